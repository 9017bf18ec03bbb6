/** For sites with experiences. */
export { createExperiences as feature } from "../../personalize/experiences.ts";
