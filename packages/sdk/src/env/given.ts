/** What the engine gives to the code that only some sites have in it, and which does not bring these along. */
import { createDatabase } from "./database.ts";
import { DATABASE, deleteDatabase } from "./delete-database.ts";
import { createQueue } from "./queue.ts";

/** In the order of the parameters that the build makes of them. */
export const GIVEN = [createDatabase, createQueue, DATABASE, deleteDatabase] as const;
