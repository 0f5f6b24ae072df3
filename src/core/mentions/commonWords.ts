/**
 * Names of tables and columns that are ordinary words of programs and texts. Outside a string, or without a table, they
 * say nothing about Dataverse. Names with an underscore or a digit are never ordinary, and most others are: this list
 * holds the short and frequent ones, the rest is told by shape.
 */
const listed = new Set(
	(
		"account action actions activity address address1 address2 application approval article asset attachment attribute " +
		"attributes audit author body book bookmark budget calendar campaign card case category cc bcc channel chat city code " +
		"comment comments community company component condition config configuration connection connector contact contacts " +
		"content context contract count country county credit currency custom customer customers data date default dependencies " +
		"dependency depth description details dimension directory discount display displayname document documents duration email " +
		"enabled entity entry environment error event events expression external fax feature fetch field fields file filename " +
		"filesize filter flow folder follow format from fullname firstname lastname middlename gender goal group groups handler " +
		"height hidden history host icon id image import index info input inputs instance interval invoice is isdefault isactive " +
		"item items job jobtitle key keywords kind label language lead letter level line list locale location log logo mailbox " +
		"manager mask media member merged message messages metadata method mimetype mobile mode model module month name names " +
		"namespace nickname node note notes number object objectid objects operation operator opportunity option options order " +
		"orders organization outputs output owner package page pager parameter parent parentid partner password path payload " +
		"period permission phone picture plan plugin position post postalcode preference prefix price priority privilege process " +
		"product products profile progress project properties property publisher quantity query queue quote rank rating read " +
		"reason record recurrence region relationship report request requests resource resources response result results revenue " +
		"role roles rule rules salutation schedule schema scope score script section sequence series service services session " +
		"settings setting severity sharing site size skills solution sort source start starttime endtime startdate enddate state " +
		"status step street style subject subscription suffix summary support survey table tag tags target targets task tasks " +
		"tax team teams template tenant tenantid text theme ticket time timezone title to token topic total trace transaction " +
		"translation trigger tree type types unit units url user userid username users value values variable vendor version " +
		"versionnumber view visibility website week weight width windows word work workflow year zip"
	).split(" "),
);

/** Whether the name is one that any program may use. Case does not matter. */
export function isCommonWord(name: string): boolean {
	const lower = name.toLowerCase();
	if (listed.has(lower)) return true;
	return lower.length <= 4;
}
