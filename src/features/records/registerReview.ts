import type { ExtensionContext } from "vscode";
import { handleCommand } from "../../host/commands.ts";
import type { Environments } from "../../host/environments.ts";
import { later } from "../../host/later.ts";
import type { StagedChanges } from "../../host/stagedChanges.ts";

interface Services {
	readonly environments: Environments;
	readonly staged: StagedChanges;
}

/** *Review Changes*: shows what is staged and sends it. Its code is loaded with the first review. */
export function registerReview({ extensionUri }: ExtensionContext, services: Services): { dispose(): void } {
	const reviews = later(async () => {
		const { Reviews } = await import("./reviews.ts");
		return new Reviews({ ...services, extensionUri });
	});
	const command = handleCommand("dataverseWorkbench.reviewChanges", async (uri) => (await reviews.get()).open(uri));
	return {
		dispose: () => {
			command.dispose();
			reviews.loaded?.dispose();
		},
	};
}
