/** For sites with a snapshot: each page leaves one for the next. */
export { createEarlyExperiences as feature } from "../../personalize/early/experiences.ts";
