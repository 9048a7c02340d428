import { inMemory } from '../../src/workspace/index.js'
import { clausule } from './cli.js'

/** A policy that bodies decide on, where it stands, and its papers. */
export const NAME = 'linde/media'
export const PATH = '/w/policies/linde/media.md'
export const RELEASE = '/w/policies/linde/releases/media@1.0.0.md'
export const PDF = '/w/out/linde/media-1.0.0.pdf'

const BOTH = ['MR, right: consent', 'Bestuur, right: adoption']

/** The text of that policy as a draft; `route` as in front matter, one body a line. */
export const mediaPolicy = ({
  title = 'Protocol foto’s',
  dates = '',
  route = BOTH,
  words = '',
}: {
  readonly title?: string
  readonly dates?: string
  readonly route?: readonly string[]
  readonly words?: string
} = {}): string => `---
title: ${title}
organisation: linde
version: 1.0.0
status: draft
lang: nl
${dates}route:
${route.map((each) => `  - { body: ${each} }`).join('\n')}
---

# Foto’s {#fotos}

Een medewerker plaatst een foto na toestemming van de ouders.${words} {#toestemming}
`

/** A school in memory that has this policy, on a day in 2026, and the command line in it. */
export function school(policy: string, more: Readonly<Record<string, string | Uint8Array>> = {}, today = '2026-03-02') {
  const files = inMemory({ '/w/policies/linde/organisation.yaml': 'name: De Linde\n', [PATH]: policy, ...more }, { today })
  return {
    files,
    run: (argv: readonly string[], env?: Readonly<Record<string, string>>) =>
      clausule('/w', argv, { files, ...(env ? { env } : {}) }),
    text: (path: string) => new TextDecoder().decode(files.read(path)),
    write: (path: string, bytes: Uint8Array | string) => files.write('/w', [{ path, bytes }]),
  }
}
