import { basename, extname, resolve } from 'node:path'
import { checkPdf } from '../check/index.js'
import { importDocument } from '../import/index.js'
import { clauses, type Message, type Phrase, type Policy, plainText } from '../model/index.js'
import { FORMATS } from '../render/index.js'
import { examine } from '../sign/index.js'
import { listPolicies, readNamed, showPath } from '../workspace/index.js'
import { papersOf } from './build.js'
import { type Context, filesOf, requireWorkspace } from './context.js'
import { dayOf } from './dates.js'
import { DOCUMENT_FORMATS, type FormatName } from './formats.js'

/** A published file, and what it was found to be. */
export interface VerifiedPaper {
  readonly file: string
  /**
   * `untouched`: byte for byte what the release makes. `same-words`: its words and what travels with it are the release's, its bytes are not,
   * as of another brand or another edition of the program. `other`: they are not. `unknown`: it is of no release.
   */
  readonly verdict: 'untouched' | 'same-words' | 'other' | 'unknown'
  /** The release it is of; null when there is none. */
  readonly release: string | null
  /** A later release of the same policy; null when it is the last. */
  readonly newer: string | null
  /** The signature under it; null where there is none. */
  readonly signature: VerifiedSignature | null
}

/** A signature, and what is proved of it. Days are YYYY-MM-DD. */
export type VerifiedSignature =
  | { readonly holds: false }
  | {
      /** Every byte of the file is as it was when it was signed. */
      readonly holds: true
      /** Who signed, as the certificate says. */
      readonly by: string
      readonly issuer: string
      /** Nobody but the signatory says who they are. */
      readonly selfSigned: boolean
      /** A certificate in the file proves that the issuer gave out that of the signatory. Whether the issuer can be trusted is not judged. */
      readonly issuerProved: boolean
      /** By the clock of the signatory. */
      readonly date: string
      readonly validFrom: string
      readonly validUntil: string
      /** The certificate was valid then; and it is today. */
      readonly validThen: boolean
      readonly validNow: boolean
    }

/** The format of a document that a name ends as. */
export const formatOf = (name: string): FormatName | undefined =>
  DOCUMENT_FORMATS.find((format) => FORMATS[format].endings.some((ending) => `.${ending}` === extname(name).toLowerCase()))

/** Holds a file against what each release makes: those its name speaks of first. */
export async function judgePaper(
  context: Context,
  name: string,
): Promise<{ readonly value: VerifiedPaper; readonly messages: readonly Message[] }> {
  const workspace = requireWorkspace(context)
  const path = resolve(context.cwd, name)
  const file = showPath(workspace, path)
  const place = { file, line: 1, column: 1 }
  const bytes = readNamed(filesOf(context), path)
  const none = { file, verdict: 'unknown', release: null, newer: null, signature: null } as const
  if (!(bytes instanceof Uint8Array))
    return { value: none, messages: [{ rule: 'file/missing', ...bytes, severity: 'error', place }] }
  const format = formatOf(name) as FormatName
  const found = await contentOf(bytes, format, basename(name))
  if (!found) return { value: none, messages: [{ rule: 'paper/unknown', form: 'damaged', severity: 'error', place }] }
  const { value: signature, base, messages: said } = signatureOf(context, bytes, place)
  const unmade: Message[] = []
  let nearest: { readonly release: string; readonly newer: string | null; readonly differs: readonly Message[] } | undefined
  for (const { release, newer, speaksOf, paper } of candidates(workspace, basename(name), format)) {
    const { outputs, messages } = await papersOf(context, [release], [format], paper)
    const made = outputs[0]?.bytes
    // A release nothing can be made of can be held against nothing: that is said, and not that it is another.
    if (made === undefined) {
      if (paper === undefined) unmade.push(...messages.filter(({ severity }) => severity === 'error'))
      continue
    }
    const wanted = typeof made === 'string' ? new TextEncoder().encode(made) : made
    if (Buffer.compare(wanted, base) === 0)
      return { value: { file, verdict: 'untouched', release, newer, signature }, messages: said }
    const content = await contentOf(wanted, format, basename(name))
    const differs = content ? differences(content, found, release, place) : []
    if (content && differs.length === 0) {
      const added =
        signature === null && base.length > wanted.length && Buffer.compare(wanted, base.subarray(0, wanted.length)) === 0
      const more: Message[] = added
        ? [{ rule: 'paper/signature', form: 'added', values: { release }, severity: 'error', place }]
        : []
      return { value: { file, verdict: 'same-words', release, newer, signature }, messages: [...said, ...more] }
    }
    // A file that is named after a release claims to be it.
    if (speaksOf) nearest ??= { release, newer, differs }
  }
  if (nearest) {
    const { release, newer, differs } = nearest
    return { value: { file, verdict: 'other', release, newer, signature }, messages: [...said, ...differs] }
  }
  const form = unmade.length === 0 ? 'release' : 'not-all'
  return {
    value: { ...none, signature },
    messages: [...said, ...unmade, { rule: 'paper/unknown', form, severity: 'error', place }],
  }
}

/** The signature under a file, what is wrong with it, and the file before it was signed. */
function signatureOf(context: Context, bytes: Uint8Array, place: Message['place']) {
  const found = examine(bytes)
  const at = { severity: 'error' as const, ...(place ? { place } : {}) }
  if (found === undefined) return { value: null, base: bytes, messages: [] }
  if (found === 'broken') {
    const messages: Message[] = [{ rule: 'paper/signature', form: 'broken', ...at }]
    return { value: { holds: false } as const, base: bytes, messages }
  }
  const { by, moment, issuerProved, base } = found
  const now = filesOf(context).now()
  const isValid = (day: Date) => day >= by.validFrom && day <= by.validUntil
  const value: VerifiedSignature = {
    holds: true,
    by: by.name,
    issuer: by.issuer,
    selfSigned: by.selfSigned,
    issuerProved,
    date: dayOf(moment),
    validFrom: dayOf(by.validFrom),
    validUntil: dayOf(by.validUntil),
    validThen: isValid(moment),
    validNow: isValid(now),
  }
  const { by: name, date, validFrom: from, validUntil: until } = value
  const outside: Message[] = value.validThen
    ? []
    : [{ rule: 'paper/signature', form: 'outside', values: { name, date, from, until }, ...at }]
  return { value, base, messages: outside }
}

/** The papers of every release, those the name of the file speaks of first. Only the policy itself is claimed by a name: its notice is found or not. */
function* candidates(workspace: ReturnType<typeof requireWorkspace>, file: string, format: FormatName) {
  const all = listPolicies(workspace).flatMap(({ name, policy, releases }) =>
    releases.map(({ version }, i) => ({
      release: `${name}@${version}`,
      newer: releases[i + 1] === undefined ? null : `${name}@${releases.at(-1)?.version}`,
      speaksOf: file.startsWith(`${policy}-${version}.`),
    })),
  )
  const own = (isOwn: boolean) => all.filter(({ speaksOf }) => speaksOf === isOwn)
  for (const each of [...own(true), ...own(false)]) yield { ...each, paper: undefined }
  if (format !== 'json') for (const each of all) yield { ...each, speaksOf: false, paper: 'notice' as const }
}

interface Content {
  readonly words: readonly string[]
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

/** All words of a published file in order, and what travels with it; undefined for one that cannot be read. */
async function contentOf(bytes: Uint8Array, format: FormatName, name: string): Promise<Content | undefined> {
  const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean)
  if (format === 'pdf') {
    try {
      const { words, attachments } = checkPdf(bytes)
      return { words: wordsIn(words), attachments }
    } catch (error) {
      // What its reader stumbles over is the file's fault; a mistake of our own is not.
      if (error instanceof TypeError || error instanceof ReferenceError) throw error
      return undefined
    }
  }
  if (format === 'json' || format === 'markdown')
    return { words: wordsIn(new TextDecoder().decode(bytes)), attachments: new Map() }
  const { value } = await importDocument(bytes, name)
  return value && { words: wordsIn(allWords(value.policy)), attachments: new Map() }
}

const allWords = (policy: Policy): string =>
  [policy.metadata.title, ...clauses(policy).map(({ node }) => plainText(node))].join(' ')

const HASH = /^(?:sha256:)?[0-9a-f]{8,}$/

/** Words around the first difference that are quoted. */
const QUOTED = 6

function differences(wanted: Content, found: Content, release: string, place: Message['place']): readonly Message[] {
  const messages: Message[] = []
  const at = { severity: 'error' as const, ...(place ? { place } : {}) }
  const length = Math.max(wanted.words.length, found.words.length)
  const others = Array.from({ length }, (_, i) => i).filter((i) => wanted.words[i] !== found.words[i])
  // A hash says that words differ; the words themselves say how.
  const first = others.find((i) => !HASH.test(found.words[i] ?? '')) ?? others[0]
  if (first !== undefined) {
    const [text = '', paper = ''] = [wanted, found].map(({ words }) =>
      words.slice(Math.max(0, first - 2), first + QUOTED).join(' '),
    )
    messages.push({ rule: 'paper/other-words', form: 'words', values: { release, paper, text }, ...at })
  }
  for (const name of new Set([...wanted.attachments.keys(), ...found.attachments.keys()])) {
    const [own, its] = [wanted.attachments.get(name), found.attachments.get(name)]
    if (own && its && Buffer.compare(own, its) === 0) continue
    messages.push({ rule: 'paper/other-words', form: 'attachment', values: { release, name }, ...at })
  }
  return messages
}

/** What was found of a paper, and of the signature under it. */
export const paperLines = (paper: VerifiedPaper): readonly Phrase[] => [lineOf(paper), ...signatureLines(paper.signature)]

function signatureLines(signature: VerifiedSignature | null): Phrase[] {
  if (!signature?.holds) return []
  const { by: name, issuer, date, selfSigned, issuerProved, validUntil: until, validThen, validNow } = signature
  const who: Phrase = selfSigned
    ? { phrase: 'verified.signed-alone', values: { name, date } }
    : { phrase: issuerProved ? 'verified.signed' : 'verified.signed-claimed', values: { name, issuer, date } }
  return [who, ...(validThen && !validNow ? [{ phrase: 'verified.signed-since-expired', values: { until } } as const] : [])]
}

function lineOf({ file, verdict, release, newer }: VerifiedPaper): Phrase {
  if (release === null) return { phrase: 'verified.unknown', values: { file } }
  if (verdict === 'other') return { phrase: 'verified.other', values: { file, release } }
  const phrase = verdict === 'untouched' ? 'verified.untouched' : 'verified.same-words'
  return newer === null
    ? { phrase, values: { file, release } }
    : { phrase: `${phrase}-superseded`, values: { file, release, newer } }
}
