/** For sites with experiences, and without a snapshot. */
export { createExperiences as feature } from "../../personalize/experiences.ts";
