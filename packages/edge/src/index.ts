/** The edge as a library: compose it with your own server, store or platform. */
export { type AppOptions, createApp, DEFAULT_LIMITS, type Limits } from "./app.ts";
export type { FaultBody, FaultCode, FaultIssue } from "./errors.ts";
export { folderPages } from "./public/folder.ts";
export type { FindPage, Page } from "./public/pages.ts";
export type { Artefacts } from "./serve/artefacts.ts";
export type { FindEarlier } from "./serve/earlier.ts";
export { packNode } from "./serve/pack-node.ts";
export type { Pack, Packed, Published } from "./serve/publish.ts";
export type { Publication, PublicationHead, Publications, Releases } from "./store/publications.ts";
export { openSqlitePublications } from "./store/publications-sqlite.ts";
export { openSqliteStore, type SqliteOptions } from "./store/sqlite.ts";
export type { AppendResult, Arrival, Arrivals, Store, StoredEvent } from "./store/store.ts";
