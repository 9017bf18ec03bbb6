/** What the engine gives to the code that only some sites have in it, and which does not bring these along. */
import { createDatabase } from "./database.ts";
import { DATABASE } from "./delete-database.ts";
import { createQueue } from "./queue.ts";

export const GIVEN = [createDatabase, createQueue, DATABASE] as const;
