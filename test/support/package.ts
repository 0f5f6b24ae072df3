/** `npm run package`: builds and packs the extension, and says where it is. */
import { buildProduct, packageExtension } from "./build.ts";

await buildProduct();
console.log(await packageExtension());
