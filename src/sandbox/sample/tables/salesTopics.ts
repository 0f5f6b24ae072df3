/** What leads and opportunities are about. */
export const salesTopics = [
	"New fleet",
	"Service contract",
	"Spare parts",
	"Café fittings",
	"Training days",
	"Warehouse extension",
	"Software licences",
	"Solar roof",
	"Pilot order",
	"Renewal",
] as const;
