/** Addresses of figures that can be explained: `Budget impact[2028]`, `Cost by category[with, 'Drugs, net', 2028]`. */

/** A member that holds a comma or begins with a quote stands in single quotes, doubled inside. */
function member(name: string | number): string {
  const text = String(name);
  return /,|^'/.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

/** The address of a figure at some members of its axes; years left out are added up. */
export function figureName(name: string, ...members: readonly (string | number)[]): string {
  return members.length === 0 ? name : `${name}[${members.map(member).join(', ')}]`;
}
