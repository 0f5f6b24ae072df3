/** The pages that a person sees at the authority. Plain forms, so that a script can fill them in as well. */

export function loginPage(action: string, problem = ""): string {
	return page(
		"Sign in",
		`<form method="post" action="${escape(action)}">
			<p role="alert">${escape(problem)}</p>
			<label>User <input name="username" autocomplete="off" autofocus></label>
			<label>Password <input name="password" type="password" autocomplete="off"></label>
			<button name="action" value="signIn">Sign in</button>
			<button name="action" value="cancel">Cancel</button>
		</form>`,
	);
}

/** Asks for the code of another device. `form` is oidc-provider's, with its hidden fields and its input. */
export function userCodePage(form: string, problem = ""): string {
	return page("Enter the code", `<p role="alert">${escape(problem)}</p>${withButton(form, "Next")}`);
}

export function confirmCodePage(form: string, clientId: string, userCode: string): string {
	return page(
		"Is it you?",
		`<p>${escape(clientId)} shows the code ${escape(userCode)}.</p>${withButton(form, "Continue")}`,
	);
}

export function messagePage(text: string): string {
	return page(text, `<p>${escape(text)}</p>`);
}

function withButton(form: string, label: string): string {
	return form.replace("</form>", `<button>${label}</button></form>`);
}

function page(title: string, body: string): string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title></head>
		<body><h1>${escape(title)}</h1>${body}</body></html>`;
}

function escape(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
