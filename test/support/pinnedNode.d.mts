/** Types of pinnedNode.mjs, which is plain JavaScript so that any Node can load it. */
export function pinnedNodeName(): string;
export function floorNodeName(): string;
export function findPinnedNode(name: string): string | undefined;
