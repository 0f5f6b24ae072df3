/** The clouds that tokens may come from. A build for tests puts a module of its own in the place of this file. */
export { clouds as trustedClouds } from "../core/environment/clouds.ts";
