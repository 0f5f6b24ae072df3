/**
 * Cascades of the one-to-many relationships between the tables of the sample data, and of some that people try beside
 * them. Each group is what one page says in its section "One-To-Many Relationships": the pages of the on-premises
 * product still print cascades, those of Dataverse leave nearly all of them out.
 */
import type { CascadeConfiguration } from "../../core/schema/model.ts";
import {
	deletedWithParent,
	deletedWithParentNotMerged,
	independent,
	ownedWithParent,
	parental,
	parentalKept,
	parentalKeptNotMerged,
	parentalNotMerged,
	referential,
	referentialNotMerged,
	restricted,
} from "./cascadeKinds.ts";

type Cascades = Readonly<Record<string, CascadeConfiguration>>;

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/account */
const ofAccount: Cascades = {
	account_activity_parties: independent,
	account_connections1: deletedWithParent,
	account_connections2: deletedWithParent,
	account_master_account: referentialNotMerged,
	account_parent_account: parentalKept,
	Account_ActivityPointers: referentialNotMerged,
	Account_Annotation: parental,
	Account_Appointments: parental,
	Account_CustomerAddress: deletedWithParent,
	Account_Emails: parental,
	Account_Email_EmailSender: referentialNotMerged,
	Account_Email_SendersAccount: referentialNotMerged,
	Account_Faxes: parental,
	Account_Letters: parental,
	Account_Phonecalls: parental,
	Account_RecurringAppointmentMasters: parental,
	Account_SocialActivities: parental,
	Account_Tasks: parental,
	contact_customer_accounts: parental,
	contract_customer_accounts: parental,
	incident_customer_accounts: parental,
	lead_customer_accounts: parental,
	lead_parent_account: referential,
	opportunity_customer_accounts: parental,
	opportunity_parent_account: referential,
	quote_customer_accounts: parental,
	invoice_customer_accounts: { ...parental, delete: "Restrict" },
	order_customer_accounts: { ...parental, delete: "Restrict" },
};

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/contact */
const ofContact: Cascades = {
	account_primary_contact: referential,
	contact_activity_parties: independent,
	contact_as_primary_contact: referential,
	contact_as_responsible_contact: referential,
	contact_connections1: deletedWithParent,
	contact_connections2: deletedWithParent,
	contact_customer_contacts: parentalKept,
	contact_master_contact: referentialNotMerged,
	Contact_ActivityPointers: referentialNotMerged,
	Contact_Annotation: parental,
	Contact_Appointments: parental,
	Contact_CustomerAddress: deletedWithParent,
	Contact_Emails: parental,
	Contact_Faxes: parental,
	Contact_Letters: parental,
	Contact_Phonecalls: parental,
	Contact_RecurringAppointmentMasters: parental,
	Contact_SocialActivities: parental,
	Contact_Tasks: parental,
	contract_customer_contacts: parental,
	incident_customer_contacts: parental,
	lead_customer_contacts: parental,
	lead_parent_contact: referential,
};

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/lead */
const ofLead: Cascades = {
	account_originating_lead: referential,
	contact_originating_lead: referential,
	lead_addresses: deletedWithParentNotMerged,
	lead_connections1: deletedWithParent,
	lead_connections2: deletedWithParent,
	lead_master_lead: referentialNotMerged,
	Lead_Annotation: parental,
	Lead_Emails: parental,
	Lead_Faxes: parental,
	Lead_Letters: parental,
	Lead_Phonecalls: parental,
	Lead_RecurringAppointmentMasters: parental,
	Lead_SocialActivities: parental,
	Lead_Tasks: parental,
};

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/opportunity */
const ofOpportunity: Cascades = {
	lead_qualifying_opportunity: referential,
	opportunity_connections1: deletedWithParentNotMerged,
	opportunity_connections2: deletedWithParentNotMerged,
	opportunity_invoices: restricted,
	opportunity_quotes: ownedWithParent,
	opportunity_Teams: parentalNotMerged,
	Opportunity_Annotation: parentalNotMerged,
	Opportunity_Appointments: parentalNotMerged,
	Opportunity_Emails: parentalNotMerged,
	Opportunity_Faxes: parentalNotMerged,
	Opportunity_Letters: parentalNotMerged,
	Opportunity_OpportunityClose: parentalNotMerged,
	Opportunity_Phonecalls: parentalNotMerged,
	Opportunity_RecurringAppointmentMasters: parentalNotMerged,
	Opportunity_ServiceAppointments: parentalKeptNotMerged,
	Opportunity_SocialActivities: parentalNotMerged,
	Opportunity_Tasks: parentalNotMerged,
	product_opportunities: ownedWithParent,
};

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/incident */
const ofIncident: Cascades = {
	incident_connections1: deletedWithParentNotMerged,
	incident_connections2: deletedWithParentNotMerged,
	incident_existingcase: referentialNotMerged,
	incident_master_incident: referentialNotMerged,
	incident_parent_incident: deletedWithParent,
	Incident_Annotation: parental,
	Incident_Appointments: parental,
	Incident_Emails: parentalNotMerged,
	Incident_Faxes: parental,
	Incident_IncidentResolutions: parental,
	Incident_Letters: parental,
	Incident_Phonecalls: parental,
	Incident_QueueItem: deletedWithParentNotMerged,
	Incident_RecurringAppointmentMasters: parental,
	Incident_SocialActivities: parentalNotMerged,
	Incident_Tasks: parental,
};

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/task */
const ofTask: Cascades = {
	task_activity_parties: independent,
	task_connections1: deletedWithParentNotMerged,
	task_connections2: deletedWithParentNotMerged,
	Task_Annotation: parentalNotMerged,
	Task_QueueItem: deletedWithParentNotMerged,
};

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/businessunit */
const ofBusinessUnit: Cascades = {
	business_unit_contacts: independent,
	business_unit_incidents: independent,
	business_unit_opportunities: independent,
	business_unit_phone_call_activities: independent,
	business_unit_task_activities: independent,
};

/** https://learn.microsoft.com/dynamics365/customerengagement/on-premises/developer/entities/transactioncurrency */
const ofCurrency: Cascades = {
	TransactionCurrency_Incident: restricted,
	transactioncurrency_opportunity: restricted,
};

export const cascades: Cascades = {
	...ofAccount,
	...ofContact,
	...ofLead,
	...ofOpportunity,
	...ofIncident,
	...ofTask,
	...ofBusinessUnit,
	...ofCurrency,
};
