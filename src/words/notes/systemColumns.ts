/**
 * The project's own notes on the columns that the platform puts on most tables: when they are set, by whom, and what
 * goes wrong. Written for this project; nothing is taken from the published descriptions.
 */
export const systemColumnNotes: Readonly<Record<string, string>> = {
	createdon:
		"Set by the platform at create; a client's own value is ignored. To backdate, send overriddencreatedon instead.",
	createdby: "The calling user; with impersonation the impersonated one, and the real caller is in createdonbehalfby.",
	createdonbehalfby: "Usually empty; after a create under impersonation it names the real caller.",
	modifiedon:
		"Moves with every update, also those by plug-ins and flows. Good for sorting; to sync, use change tracking.",
	modifiedby: "Last user whose call changed the record; may be an application user when a flow or plug-in wrote last.",
	modifiedonbehalfby: "Usually empty; when the last update ran under impersonation it names the real caller.",
	versionnumber:
		"Changes with each update. For optimistic concurrency do not compare it: send @odata.etag back in If-Match.",
	importsequencenumber:
		"Written by data imports, and free for your own: one number per run finds that run's records again. Not unique.",
	overriddencreatedon:
		"Send it with a create to backdate createdon; afterwards it tells the real time. No effect on update; needs a privilege.",
	timezoneruleversionnumber: "Bookkeeping of the platform for its time zone rules; code neither reads nor writes it.",
	utcconversiontimezonecode:
		"A timezonecode of the table timezonedefinition. It does not shift anything: UserLocal dates travel as UTC.",
	statecode:
		"Mostly 0 active and 1 inactive, but each table has its own list. Change it together with a matching statuscode.",
	statuscode:
		"Each value belongs to one state; to cross states send statecode too. Some tables change state by messages only.",

	ownerid:
		"A user or a team, never empty. Read _ownerid_value with its lookuplogicalname annotation, write ownerid@odata.bind.",
	owneridtype: "Which table ownerid points to. Follows ownerid, so never set it yourself.",
	owneridname: "Read-only text of the owner lookup. The Web API gives it as FormattedValue of _ownerid_value.",
	owneridyominame: "Phonetic form of the owner's name, for languages that sort by it; read-only.",
	owningbusinessunit:
		"Follows the owner. Business-unit depth in security roles is decided by this column, not by ownerid.",
	owningteam: "Filled only while a team owns the record; expand it to reach columns of the team.",
	owninguser: "Filled only while a user owns the record; expand it to reach columns of the user.",
	organizationid: "Marks records that belong to the whole environment; the same value everywhere, nothing to set.",

	transactioncurrencyid:
		"One currency for all money columns of the record; defaults to that of the user or the organization.",
	exchangerate:
		"Taken from the currency and used for the _base columns. A new rate does not recompute records by itself.",

	processid:
		"A process by its id in the table workflow, mostly a business process flow: its stage is in the own table of that flow.",
	stageid: "Out of date on tables that take part in a business process flow: ask the flow's own table for the stage.",
	traversedpath: "Comma-separated stage ids. Reliable only in the flow's own table, not on the tables that take part.",

	solutionid:
		"The solution layer that this component comes from, not every solution that lists it: see solutioncomponent.",
	supportingsolutionid: "Kept by the solution system for itself; the documented tables do not let you read it.",
	componentstate:
		"0 published, 1 unpublished, 2 deleted, 3 deleted unpublished. Ordinary queries return the published version.",
	overwritetime: "Used by the solution system when layers replace each other; says nothing about edits by people.",
	ismanaged: "True where the component came with a managed solution: change it by an unmanaged layer or in its source.",
	iscustomizable: "A managed property, so an object with Value and CanBeChanged: filter iscustomizable/Value eq true.",
	canbedeleted: "A managed property, so an object with Value and CanBeChanged: filter canbedeleted/Value eq true.",
	componentidunique: "Id of the row inside the solution system: refer to a component by its primary id instead.",
	introducedversion: "Solution version that first brought the component, as text: 10.0 sorts before 9.0.",

	entityimage:
		"Base64 of a small square thumbnail; select it only when shown. The full picture is downloaded separately.",
	entityimageid: "Empty means that there is no picture: filter on it instead of reading entityimage.",
	entityimage_timestamp: "Changes when the picture does: a key for caching it. It is a number, not a date.",
	entityimage_url: "Path of the picture relative to the environment; fetching it needs the same sign-in.",

	partitionid: "Elastic tables: give it at create, when reading one record and in filters; it cannot change later.",
	ttlinseconds: "Elastic tables: seconds until the record deletes itself. Empty keeps it for ever.",

	regardingobjectid:
		"May point to many tables, with one navigation property for each: bind the one of that table. See relationships.",
	regardingobjecttypecode: "Which table regardingobjectid points to. Follows that lookup, so never set it yourself.",
	activityid: "Id of an activity of whatever kind: the same value is the primary id in activitypointer.",
	activitytypecode: "Logical name of the activity's own table: how to go on from a record of activitypointer.",
	scheduledstart: "Planned begin of an activity. What really happened is in actualstart.",
	scheduledend: "Planned end; for a task the due date that lists and reminders show.",
	actualstart: "When work on the activity really began; nothing derives it from scheduledstart.",
	actualend: "When the activity was really finished. Completing one in an app fills it.",
	scheduleddurationminutes: "Planned minutes; belongs to scheduledstart and scheduledend, so read it and change those.",
	instancetypecode: "Tells single appointments (0) from parts of a series; skip the master (1) when counting meetings.",
	seriesid: "Shared by all appointments of one recurring series: group by it.",

	from: "Party list: write it through the activity parties of the record, participationtypemask 1.",
	to: "Party list: write it through the activity parties of the record, participationtypemask 2.",
	cc: "Party list: write it through the activity parties of the record, participationtypemask 3.",
	bcc: "Party list: write it through the activity parties of the record, participationtypemask 4.",
	requiredattendees: "Party list: write it through the activity parties of the record, participationtypemask 5.",
	optionalattendees: "Party list: write it through the activity parties of the record, participationtypemask 6.",
	organizer: "Party list: write it through the activity parties of the record, participationtypemask 7.",

	slaid: "The agreement that should apply. The one that was last invoked is in slainvokedid.",
	slainvokedid: "Set by the platform when an agreement is really applied; may differ from slaid.",
	onholdtime: "Minutes, counted by the platform for service agreements; read it, nobody sets it.",
	lastonholdtime: "The moment the record was last put on hold, for service agreements. The minutes are in onholdtime.",
};
