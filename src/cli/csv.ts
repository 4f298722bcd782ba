/** Comma-separated values: headers in quotes, numbers as they are; a header is never read as a formula. */

export const csvOf = ({
  headers,
  rows,
}: {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly number[])[];
}): string => [headers.map(quoted).join(','), ...rows.map((row) => row.map(String).join(','))].join('\r\n') + '\r\n';

const quoted = (text: string): string => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
