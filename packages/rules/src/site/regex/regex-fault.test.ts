import { describe, expect, test } from "vitest";
import { regexFault } from "./regex-fault.ts";

/** Slow for some text, or like what is: each kind that is refused, in several disguises. */
const EVIL = [
  ..."(a+)+ (a*)* (a+)+$ (a?){20} (?:x+){2,} (a{2,3}){2} ([a-zA-Z]+)* (.*a){11} (.*)* (\\w*)*".split(" "),
  ..."(a|a)* (a|ab)*c? (a|aa)+$ (a|a?)+ (a+|b*)* (|a)* (()|a)+ ([ab]|[bc])* (foo|fo)* (ab|a.)* ()*".split(" "),
  ..."a*a* \\d+\\w+ \\s*\\s* .*.*=.* .*foo.*bar a*b?a* a*(b|c?)a* a*(?:)a+ \\S+\\S+@ [^a]*[^b]*x ^.+@.+$".split(" "),
  ..."\\w+\\d*\\w+ \\s*$\\s* a*\\b\\w* (a*)?(a*)? (a.*)?.*b (?:\\d+,)*\\d+ ^(\\w+\\s?)*$ ^(?:[\\w-]+\\.?)+$ é*É*".split(
    " ",
  ),
  ..."(ab)*a*b*(ab)* (x+x+)+y ^(([a-z])+.)+[A-Z]([a-z])+$ ^(\\d+)*$ \\d{0,200}\\d{0,200} \\w*\\w{100}$".split(" "),
  ..."(a)\\1 (?<n>a)\\k<n> (?=a+)b (?=a)* (?:(?=a)a)* a*(?=.{30})b (?!.{20})a (?<=a|b*)c".split(" "),
  ..."a?a?a?a?a?a?a?a?a?b (a|a)(a|a)(a|a)(a|a)(a|a)(a|a) [a-c]{0,8}[ab]{2,}\\w{0,8}! a+a{0,8}x$ a+a{16}b".split(" "),
  ..."a+b|a+c|a+d|a+e|a+f|a+g x{2000} (x{20}){20}y{300}".split(" "),
];

const ORDINARY = [
  ..."^/shoes/\\d+$ (red|blue)-lamp [\\w.+-]+@example\\.com$ ^/product/ \\.pdf$ ^https?://(www\\.)?example\\.com/".split(
    " ",
  ),
  ..."^\\d{5}$ ^[A-Z]{2}\\d{4,6}$ ^\\d+(\\.\\d+)?$ ^(spring|summer|autumn)-sale Mobile|Tablet ^/(en|it|de)/".split(" "),
  ..."^[\\w.-]+@[\\w.-]+\\.\\w+$ ^/shop/?$ colou?r ^v\\d+\\.\\d+\\.\\d+$ -12-25$ ^.*lamp lamp.*$ .*-sale$ .*newsletter$".split(
    " ",
  ),
  ..."^[^/]+/checkout (?:red|blue)+ \\bsale\\b ^\\s*$ ^\\+?\\d{6,15}$ utm_(source|medium)=\\w+ (?!test)\\w+ (?<=\\$)\\d+".split(
    " ",
  ),
  ..."^(?:\\d{2}-)*$ ^\\d{4}-\\d{2}-\\d{2}$ ^/[a-z-]+/[a-z0-9-]+/?$ ^(?<year>\\d{4})-(?<month>\\d\\d)$ ^[\\w-]+\\.html?$".split(
    " ",
  ),
  ..."\\$\\d a ^$ ^(?:0|[1-9]\\d*)$ #[0-9a-f]{6} ^lamp(s|shade)?$ (\\d{3}-){2}\\d{4} ^(\\w+)-(\\d+)$ .* [^\\d] [a-]".split(
    " ",
  ),
  ..."^/shop/.*\\?page=\\d+ ^.+\\.(jpe?g|png|gif)$ \\x41\\u00e9\\0 [\\b\\t] a{2}? (?:a|b|cd){3} ^\\d{1,3}(\\.\\d{1,3}){0}$ \\/".split(
    " ",
  ),
];

describe("expressions that could take very long", () => {
  test.each(EVIL)("%s is refused", (source) => {
    expect(regexFault(source, true)).toEqual({ message: expect.any(String), mend: expect.any(String) });
  });
});

describe("ordinary expressions", () => {
  test.each(ORDINARY)("%s passes", (source) => {
    expect(regexFault(source, false)).toBeUndefined();
  });

  test("what is apart only by case passes where case counts", () => {
    expect(regexFault("[a-z]+[A-Z]+", false)).toBeUndefined();
    expect(regexFault("[a-z]+[A-Z]+", true)).toBeDefined();
    expect(regexFault("[^a]+a+", true)).toBeUndefined();
    expect(regexFault("[^a]+A+", true)).toBeUndefined();
    expect(regexFault("[^a]+A+", false)).toBeDefined();
  });
});

describe("what is wrong is said", () => {
  test.each<[source: string, message: string, mend: string]>([
    [
      "(",
      "this is not a regular expression: /(/: Unterminated group",
      "write it as JavaScript does, without slashes around",
    ],
    ["a".repeat(257), "this expression is too long", "write at most 256 characters"],
    [
      "(a+)+$",
      '"a+" repeats inside "(a+)+", which repeats too',
      "repeat either the part or the whole, or write a fixed number like {3}; a text could be taken apart in too many ways",
    ],
    [
      "(a|ab)*",
      '"(a|ab)*" repeats alternatives that can begin alike',
      "write alternatives that differ within their length, or one set like [ab]",
    ],
    ["(a|)+", '"(a|)+" repeats what can be empty', "leave out the empty alternative"],
    [
      "\\d+x?\\w+",
      '"\\d+" and "\\w+" can take the same text',
      "keep one of them, or put a character between them that they cannot take",
    ],
    [
      "(a)b\\1",
      '"\\1" refers back to a group',
      "write out what shall come again; a reference to a group can take very long",
    ],
    [
      "(?=a*)b",
      '"(?=a*)" looks around for too much',
      "look for fixed text of at most 16 characters, or write two conditions",
    ],
    ["((?!a)b)*", '"(?!a)" looks around inside "((?!a)b)*", which repeats', "look around before or after what repeats"],
    ["(?=a)?", '"(?=a)?" repeats what takes no character', 'write "(?=a)" alone'],
    [
      "x{300}",
      '"x{300}" counts beyond the 256 characters that are looked at',
      "write at most 256, or no upper bound like {2,}",
    ],
    [
      "([ab]|[cd]|[ef]){3}(([ab]|[cd]){8}x)*",
      '"(([ab]|[cd]){8}x)*" repeats too many alternatives',
      "repeat a set like [a-z], or write two conditions",
    ],
    [
      "a?a?a?a?a?a?a?a?b",
      "this expression could take too long",
      "start it with ^, make fewer parts optional or repeated, or write two conditions",
    ],
    [
      "\\p{L}",
      '"\\p" means nothing here',
      "known are \\d \\w \\s \\b, their opposites, \\t \\n \\r, \\xHH, \\uHHHH and \\ before a sign",
    ],
    ["a]b", '"]" stands for itself at "]b"', 'write "\\]"'],
    ["{a}", '"{" stands for itself at "{a}"', 'write "\\{"'],
    ["a}", '"}" stands for itself at "}"', 'write "\\}"'],
    ["[]a", 'the set at "[]a" cannot be read', "write it like [a-z0-9_-]"],
    ["[\\1]", 'the set at "[\\1]" cannot be read', "write it like [a-z0-9_-]"],
  ])("%s", (source, message, mend) => {
    expect(regexFault(source, false)).toEqual({ message, mend });
  });
});
