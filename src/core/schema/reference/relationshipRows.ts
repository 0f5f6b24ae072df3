import type {
	AssociatedMenu,
	CascadeAction,
	CascadeConfiguration,
	ManyToMany,
	ManyToOne,
	OneToMany,
} from "../model.ts";
import { type Cell, code, inCode, integer, oneOf, orEmpty, yesNo } from "./cell.ts";
import type { Draft } from "./draft.ts";
import { partList, part } from "./partList.ts";
import { fact, RowRules } from "./rowRules.ts";

const cascadeAction = inCode(
	oneOf<CascadeAction>(["NoCascade", "Cascade", "Active", "UserOwned", "RemoveLink", "Restrict"]),
);

const cascade = partList<CascadeConfiguration>([
	part("Archive", "archive", cascadeAction),
	part("Assign", "assign", cascadeAction),
	part("Delete", "delete", cascadeAction),
	part("Merge", "merge", cascadeAction),
	part("Reparent", "reparent", cascadeAction),
	part("RollupView", "rollupView", cascadeAction),
	part("Share", "share", cascadeAction),
	part("Unshare", "unshare", cascadeAction),
]);

/** The word "null", where a menu has nothing. */
function orNull(cell: Cell<string>): Cell<string | null> {
	return {
		read: (text) => (text === "null" ? null : cell.read(text)),
		print: (value) => (value === null ? "null" : cell.print(value)),
	};
}

const menu = partList<AssociatedMenu>([
	part("AvailableOffline", "availableOffline", yesNo),
	part("Behavior", "behavior", code),
	part("Group", "group", code),
	part("Label", "label", orEmpty({ read: (text) => text, print: (value) => value })),
	part("MenuId", "menuId", orNull(code)),
	part("Order", "order", orEmpty(integer)),
	part("QueryApi", "queryApi", orNull(code)),
	part("ViewId", "viewId", orNull(code)),
]);

export const manyToOneRows = new RowRules<Draft<ManyToOne>>([
	fact("ReferencedEntity", "referencedTable", code),
	fact("ReferencedAttribute", "referencedColumn", code),
	fact("ReferencingAttribute", "referencingColumn", code),
	fact("ReferencingEntityNavigationPropertyName", "navigationProperty", code),
	fact("IsHierarchical", "hierarchical", orEmpty(yesNo)),
	fact("CascadeConfiguration", "cascade", cascade),
]);

export const oneToManyRows = new RowRules<Draft<OneToMany>>([
	fact("ReferencingEntity", "referencingTable", code),
	fact("ReferencingAttribute", "referencingColumn", code),
	fact("ReferencedEntityNavigationPropertyName", "navigationProperty", code),
	fact("IsCustomizable", "customizable", inCode(yesNo), (value) => yesNo.print(value)),
	fact("AssociatedMenuConfiguration", "menu", menu),
]);

export const manyToManyRows = new RowRules<Draft<ManyToMany>>([
	fact("IntersectEntityName", "intersectTable", code),
	fact("IsCustomizable", "customizable", inCode(yesNo), (value) => yesNo.print(value)),
	fact("SchemaName", "schemaName", code),
	fact("IntersectAttribute", "intersectColumn", code),
	fact("NavigationPropertyName", "navigationProperty", code),
	fact("AssociatedMenuConfiguration", "menu", menu),
]);
