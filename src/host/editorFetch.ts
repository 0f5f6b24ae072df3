import type { Fetch } from "../core/client/fetch.ts";

/**
 * VS Code puts a fetch of its own into the extension host, with its proxy and certificate settings
 * (https://github.com/microsoft/vscode/issues/236423, `http.fetchAdditionalSupport`). It is looked up at each call, because
 * it may be put there after this file was loaded.
 */
export const editorFetch: Fetch = (url, init) => fetch(url, init);
