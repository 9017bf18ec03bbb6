/** Reads a regular expression as JavaScript does without flags, less what is easily taken for something else. */
import { readEscape } from "./escape.ts";
import { anyCase, DOT, letter } from "./letters.ts";
import { isFault, type Node, type RegexFault } from "./node.ts";
import { readSet } from "./set.ts";

const REPEAT = /^(?:([*+?])|\{(\d{1,9})(,?)(\d{0,9})\})\??/;
const GROUP = /^\((?:\?:|\?<[A-Za-z_$][\w$]*>|\?<?[=!]|(?!\?))/;
const MARK = /^(?:\^|\$|\\[bB])/;
const BACK_REFERENCE = /^\\(?:[1-9]|k)/;

interface Source {
  readonly text: string;
  readonly insensitive: boolean;
}

interface Read {
  readonly node: Node;
  readonly end: number;
}

/** The expression, or why it is none that can be vouched for. The engine has already accepted its syntax. */
export function parseRegex(text: string, insensitive: boolean): Node | RegexFault {
  const read = readChoice({ text, insensitive }, 0);
  return isFault(read) ? read : read.node;
}

function readChoice(source: Source, from: number): Read | RegexFault {
  const items: Node[] = [];
  for (let at = from; ; at++) {
    const read = readSequence(source, at);
    if (isFault(read)) return read;
    items.push(read.node);
    at = read.end;
    if (source.text[at] === "|") continue;
    const [only] = items;
    const text = source.text.slice(from, at);
    return { node: only && items.length === 1 ? only : { is: "choice", items, text }, end: at };
  }
}

function readSequence(source: Source, from: number): Read | RegexFault {
  const items: Node[] = [];
  let at = from;
  while (at < source.text.length && source.text[at] !== "|" && source.text[at] !== ")") {
    const read = readRepeated(source, at);
    if (isFault(read)) return read;
    items.push(read.node);
    at = read.end;
  }
  return { node: { is: "sequence", items, text: source.text.slice(from, at) }, end: at };
}

function readRepeated(source: Source, from: number): Read | RegexFault {
  const read = readItem(source, from);
  if (isFault(read)) return read;
  const found = REPEAT.exec(source.text.slice(read.end));
  if (!found) return read;
  const [all, sign, least = "", comma, most] = found;
  const end = read.end + all.length;
  const text = source.text.slice(from, end);
  if (read.node.is === "mark") {
    return { message: `"${text}" repeats what takes no character`, mend: `write "${read.node.text}" alone` };
  }
  const bounds = sign
    ? { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Number.POSITIVE_INFINITY }
    : { least: Number(least), most: comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : Number(least) };
  return { node: { is: "repeat", item: read.node, text, ...bounds }, end };
}

function readItem(source: Source, at: number): Read | RegexFault {
  const rest = source.text.slice(at);
  const mark = MARK.exec(rest)?.[0];
  if (mark) return { node: { is: "mark", text: mark }, end: at + mark.length };
  if (BACK_REFERENCE.test(rest)) {
    const mend = "write out what shall come again; a reference to a group can take very long";
    return { message: `"${rest.slice(0, 2)}" refers back to a group`, mend };
  }
  switch (source.text[at]) {
    case "(":
      return readGroup(source, at);
    case "[": {
      const set = readSet(source.text, at, source.insensitive);
      if (!set)
        return { message: `the set at "${rest.slice(0, 12)}" cannot be read`, mend: "write it like [a-z0-9_-]" };
      return { node: { is: "letter", letters: set.letters, text: source.text.slice(at, set.end) }, end: set.end };
    }
    case ".":
      return { node: { is: "letter", letters: DOT, text: "." }, end: at + 1 };
    case "\\": {
      const escaped = readEscape(rest.slice(1));
      if (!escaped) {
        const mend = "known are \\d \\w \\s \\b, their opposites, \\t \\n \\r, \\xHH, \\uHHHH and \\ before a sign";
        return { message: `"${rest.slice(0, 2)}" means nothing here`, mend };
      }
      const letters = source.insensitive ? anyCase(escaped.letters) : escaped.letters;
      const end = at + 1 + escaped.length;
      return { node: { is: "letter", letters, text: source.text.slice(at, end) }, end };
    }
    case "{":
    case "}":
    case "]":
    case "*":
    case "+":
    case "?":
      return plain(source, at);
    default: {
      const one = letter(source.text.charCodeAt(at));
      return {
        node: { is: "letter", letters: source.insensitive ? anyCase(one) : one, text: source.text.slice(at, at + 1) },
        end: at + 1,
      };
    }
  }
}

function readGroup(source: Source, at: number): Read | RegexFault {
  const opening = GROUP.exec(source.text.slice(at))?.[0];
  if (!opening)
    return { message: `"${source.text.slice(at, at + 4)}" opens no known group`, mend: "write (…) or (?:…)" };
  const read = readChoice(source, at + opening.length);
  if (isFault(read)) return read;
  const end = read.end + 1;
  const text = source.text.slice(at, end);
  const node: Node = /[=!]$/.test(opening) ? { is: "mark", looksFor: read.node, text } : { ...read.node, text };
  return { node, end };
}

function plain({ text }: Source, at: number): RegexFault {
  const sign = text.slice(at, at + 1);
  return { message: `"${sign}" stands for itself at "${text.slice(at, at + 8)}"`, mend: `write "\\${sign}"` };
}
