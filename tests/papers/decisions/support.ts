import { hashPolicy, successionOf } from '../../../src/decide/index.js'
import type { Organisation } from '../../../src/model/index.js'
import type { DecisionSetting } from '../../../src/papers/decisions/index.js'
import type { Document } from '../../../src/present/index.js'
import { readPolicy } from '../../../src/read/index.js'
import { renderText } from '../../../src/render/text/index.js'
import { version, versions } from '../../support/versions.js'

const LINDE: Organisation = { name: 'Basisschool De Linde' }
const BODY = '# Foto’s {#fotos}\n\n1. Een medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n'

const text = (front: string, body: string): string =>
  `---\ntitle: Protocol foto’s\nlang: nl\nnumbering: { headings: [decimal], items: [lower-alpha] }\n${front}---\n\n${body}`

export interface Case {
  /** Lines of its front matter; HASH stands for the hash of its own words. */
  readonly front: string
  readonly body?: string
  /** The body of the version before, 1.0.0. */
  readonly former?: string
  readonly organisation?: Organisation
}

/** A text as the papers about its decision take it. */
export function decided({ front, body = BODY, former, organisation = LINDE }: Case): DecisionSetting {
  const bare = text(front.replaceAll(/HASH/g, `sha256:${'0'.repeat(64)}`), body)
  const source = text(front.replaceAll('HASH', hashPolicy(readPolicy(bare, 'media.md').value)), body)
  const pair = versions(text('version: 1.0.0\nstatus: adopted\n', former ?? BODY), source)
  const { brand, wording } = pair.setting
  const revision = former === undefined ? {} : { revision: pair }
  const resolved = version(source, 'nieuw').resolved
  const releases = former === undefined ? [] : [{ version: '1.0.0', policy: pair.setting.old.resolved.policy }]
  const succession = successionOf(resolved.policy, releases)
  return { resolved, organisation, brand, wording, ...(succession ? { succession } : {}), ...revision }
}

/** What a document says, one line for each block. */
export const shown = (document: Document): string => renderText(document, { paint: (_style, words) => words, width: 400 })

/** Room to fill in by hand. */
export const ROOM = '………… ………… …………'.replaceAll(' ', '\u00a0')
