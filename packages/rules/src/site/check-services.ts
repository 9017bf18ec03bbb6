/** Services: known to the catalogue or complete, each under a purpose that is asked. */
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { OWN, OWN_NAMES } from "./own-service.ts";
import { knownPurposes } from "./purposes.ts";
import type { Site } from "./schema.ts";
import { resolveServices, type Service } from "./services.ts";
import { nearest, type SiteIssue, unknownName } from "./words.ts";

export function checkServices(site: Site): SiteIssue[] {
  return resolveServices(site).flatMap((service) => {
    const { id, purpose } = service;
    const path = `services.${id}`;
    const nameless = missing(site, id);
    if (nameless.length) return nameless;
    if (id === OWN) {
      return [{ path, message: `"${OWN}" is told of already`, mend: "take it out, or give your service another id" }];
    }
    return [...onPurpose(site, `${path}.purpose`, purpose), ...ownTraces(service)];
  });
}

/** A service that nobody knows needs a name and a purpose from the file. */
function missing(site: Site, id: string): SiteIssue[] {
  if (CATALOGUE.has(id)) return [];
  const path = `services.${id}`;
  const written = site.services[id] ?? true;
  const known = [...CATALOGUE.keys()];
  const own = 'describe it: {"name": "…", "purpose": "functional"}';
  if (written === true) {
    const near = nearest(id, known);
    const mend = near ? `did you mean "${near}"?` : own;
    return [{ path, value: true, message: `there is no service "${id}" in the catalogue`, mend }];
  }
  return (["name", "purpose"] as const).flatMap((key) => {
    if (written[key] !== undefined) return [];
    const near = nearest(id, known);
    const mend = near ? `add "${key}"; or did you mean "${near}" of the catalogue?` : `add "${key}"`;
    return [{ path: `${path}.${key}`, message: `"${id}" is the site's own service and has no ${key}`, mend }];
  });
}

function onPurpose(site: Site, path: string, purpose: string): SiteIssue[] {
  if (site.purposes[purpose] === false) {
    const mend = "ask for it, or take the service out";
    return [{ path, value: purpose, message: `"${purpose}" is switched off under purposes`, mend }];
  }
  return unknownName(path, "purpose", purpose, knownPurposes(site), "define it under purposes");
}

/** Withdrawing a purpose must not clear the choice itself. */
function ownTraces({ id, left }: Service): SiteIssue[] {
  return left.flatMap(({ name, elsewhere }) => {
    if (elsewhere || !OWN_NAMES.some((own) => fits(name, own))) return [];
    const message = `"${name}" fits what Ghostlight itself keeps`;
    return [{ path: `services.${id}`, value: name, message, mend: "write more of the name" }];
  });
}

/** Whether a name with `*` fits another: its pieces must come one after the other. */
function fits(pattern: string, name: string): boolean {
  const pieces = pattern.split("*");
  if (pieces.length === 1) return pattern === name;
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  return pieces.slice(1, -1).every((piece) => {
    const at = name.indexOf(piece, from);
    from = at + piece.length;
    return at >= 0 && from <= name.length - last.length;
  });
}
