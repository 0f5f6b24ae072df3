import type { CascadeConfiguration } from "../../core/schema/model.ts";

const nothing: CascadeConfiguration = {
	assign: "NoCascade",
	delete: "NoCascade",
	merge: "NoCascade",
	reparent: "NoCascade",
	share: "NoCascade",
	unshare: "NoCascade",
};

/** What is done to the parent is done to its children. */
export const parental: CascadeConfiguration = {
	assign: "Cascade",
	delete: "Cascade",
	merge: "Cascade",
	reparent: "Cascade",
	share: "Cascade",
	unshare: "Cascade",
};

export const parentalNotMerged: CascadeConfiguration = { ...parental, merge: "NoCascade" };

/** As parental, but the children outlive their parent. */
export const parentalKept: CascadeConfiguration = { ...parental, delete: "RemoveLink" };

export const parentalKeptNotMerged: CascadeConfiguration = { ...parentalKept, merge: "NoCascade" };

/** The link goes with the record that it points to, the rest stays. */
export const referential: CascadeConfiguration = { ...nothing, delete: "RemoveLink", merge: "Cascade" };

export const referentialNotMerged: CascadeConfiguration = { ...nothing, delete: "RemoveLink" };

/** Deleted with the parent and otherwise independent. */
export const deletedWithParent: CascadeConfiguration = { ...nothing, delete: "Cascade", merge: "Cascade" };

export const deletedWithParentNotMerged: CascadeConfiguration = { ...nothing, delete: "Cascade" };

/** Deleted and assigned with the parent. */
export const ownedWithParent: CascadeConfiguration = { ...nothing, assign: "Cascade", delete: "Cascade" };

/** A record that is pointed to cannot be deleted. */
export const restricted: CascadeConfiguration = { ...nothing, delete: "Restrict" };

export const independent: CascadeConfiguration = nothing;
