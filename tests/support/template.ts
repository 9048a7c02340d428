/** An edition of a sector's protocol: `parameters` are lines of YAML, `body` what stands under its one heading. */
export const edition = (version: string, parameters: readonly string[], body: string): string => `---
title: Protocol
organisation: bond
version: ${version}
status: adopted
lang: nl
parameters:
${parameters.map((line) => `  ${line}\n`).join('')}approvals:
  - { body: Bestuur, date: 2026-01-01, right: adoption }
---

# Regels {#regels}

${body}`

/** The files of the sector with its protocol in these editions; the last is its working text too. */
export const sector = (...editions: readonly string[]): Readonly<Record<string, string>> => ({
  'templates/bond/organisation.yaml': 'name: De Bond\nkind: sector\n',
  'templates/bond/protocol.md': editions.at(-1) ?? '',
  ...Object.fromEntries(
    editions.map((text) => [`templates/bond/releases/protocol@${/^version: (.*)$/m.exec(text)?.[1]}.md`, text]),
  ),
})
