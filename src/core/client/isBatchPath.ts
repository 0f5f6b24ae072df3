/**
 * Whether a path, with or without a query, leads to `$batch` for a service that decodes it and passes over its case. It finds
 * more than isWrite believes: there another spelling is a write, here it must not hide what stands in the body.
 */
export function isBatchPath(path: string): boolean {
	const [below = ""] = path.split(/[?#]/, 1);
	const decoded = below.replace(/%([0-7][\da-f])/gi, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
	return /(?:^|[/\\])\$batch[/\\]*$/i.test(decoded);
}
