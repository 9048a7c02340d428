import { join, resolve } from 'node:path'
import type { Language, Message, Phrase, Policy } from '../model/index.js'
import { phraseOf } from '../present/messages/index.js'
import type { Paint } from '../render/text/index.js'
import { type Files, isInside, loadWording, openDisk, type Workspace } from '../workspace/index.js'

/** What a command may know of the world around it. */
export interface Context {
  /** Absent when there is none at or above the folder the operator stands in. */
  readonly workspace?: Workspace
  readonly cwd: string
  /** Where files are read and written; those of the workspace when absent, and without one the disk. */
  readonly files?: Files
  /** The language the reader asked for, and the one their system is in: neither where it says none that is spoken here. */
  readonly reader?: { readonly asked?: Language; readonly usual?: Language }
  /** Called with what is being done now; shown when it takes long. */
  readonly progress?: (doing: Phrase) => void
}

/** Words of ours in the language of their reader. */
export type Say = (phrase: Phrase) => string

/** Words of ours in a language; those of a workspace go before ours. */
export function sayIn(lang: Language, workspace?: Workspace): Say {
  const wording = loadWording(workspace, lang)
  return (phrase) => phraseOf(phrase, wording)
}

export const NOTHING_WRITTEN = { phrase: 'done.nothing-written' } as const

/** What a command gives back: findings, a JSON value, and the same for people. */
export interface Outcome<T> {
  readonly messages: readonly Message[]
  /** The language of the texts it is about; absent without a text, and when they are in more than one. */
  readonly lang?: Language
  /** It counts as findings although no message is an error. */
  readonly fails?: boolean
  /** The messages stand in the text already, in another form. */
  readonly listed?: boolean
  /** Printed with `--json`; documented in docs/cli.md. */
  readonly data: T
  /** Lines for a person, without the messages, in the words that `say` has for them. */
  readonly text: (paint: Paint, say: Say) => string
  /** Printed in the place of `text` where a format for programs was asked for that may be longer than a string can be. */
  readonly pieces?: () => Iterable<string>
  /** Files that were written, as absolute paths. */
  readonly written: readonly string[]
}

/** The language to speak to a reader in: the one asked for, else that of the texts, else that of their system. */
export const readersLanguage = ({ reader }: Context, texts: Language | undefined): Language =>
  reader?.asked ?? texts ?? reader?.usual ?? 'en'

/** The language policies have in common, as part of an outcome. */
export function sharedLanguage(policies: readonly Pick<Policy, 'metadata'>[]): { readonly lang?: Language } {
  const [lang, other] = new Set(policies.map(({ metadata }) => metadata.lang))
  return lang === undefined || other !== undefined ? {} : { lang }
}

/** What can be said of wrong usage. */
export type Usage = Extract<Phrase, { readonly phrase: `usage.${string}` }>

/** The operator asked for something that cannot be meant: exit code 2. Its message is English; `said` can be worded for its reader. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(readonly said: Usage) {
    super(sayIn('en')(said))
  }
}

/** The operator walked away from a question, by Ctrl+C or Ctrl+D: exit code 130, and nothing is done. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Where `--output` points. What is made never takes the place of what it was made from, nor stands among the policies. */
export function outputPath({ workspace, cwd }: Context, output: string, names: readonly string[]): string {
  const path = resolve(cwd, output)
  const source = names.some((name) => resolve(cwd, name) === path)
  if (source || (workspace && isInside(workspace.files, join(workspace.root, 'policies'), path))) {
    throw new UsageError({ phrase: source ? 'usage.output-is-source' : 'usage.output-among-policies', values: { output } })
  }
  return path
}

/** Where files are read and written. */
export const filesOf = ({ files, workspace }: Context): Files => files ?? workspace?.files ?? openDisk()

/** The workspace, or the folder the operator stands in as if it were one: `out/` comes there. */
export const homeOf = (context: Context): Workspace =>
  context.workspace ?? { root: context.cwd, cwd: context.cwd, files: filesOf(context) }

export function requireWorkspace({ workspace, cwd }: Context): Workspace {
  if (workspace) return workspace
  throw new UsageError({ phrase: 'usage.no-workspace', values: { folder: cwd } })
}
