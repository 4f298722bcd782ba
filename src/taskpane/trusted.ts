/**
 * Loaded before everything else: the one policy by which text may become a script address or markup (Trusted Types).
 * Scripts come from this site and from Microsoft's CDN; nothing ever becomes markup or a script by itself.
 */
const OFFICE = 'https://appsforoffice.microsoft.com/';

interface Policies {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => unknown;
}

const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
policies?.createPolicy('default', {
  createScriptURL: (address) => {
    const whole = new URL(address, document.baseURI).href;
    if (whole.startsWith(OFFICE) || whole.startsWith(`${location.origin}/`)) return address;
    throw new TypeError(`Realise loads no script from ${whole}`);
  },
});

export {};
