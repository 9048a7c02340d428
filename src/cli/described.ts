import { LANGUAGES, type Language } from '../model/index.js'
import { loadWording } from '../workspace/index.js'
import type { Verb } from './verb.js'

export const PROGRAM = 'Policies as structured Markdown: branded, accessible PDFs, and what differs between versions and schools.'

/** The options of every command. */
export const EVERY: Verb['options'] = [
  ['--lang <language>', "the language of messages (default: the policy's, else the system's)", LANGUAGES],
  ['--workspace <dir>', 'the workspace (default: the nearest folder upwards that has policies/ in it)'],
  ['--json', 'print one JSON value on standard output and nothing else there'],
  ['--quiet', 'print how many warnings and remarks there are instead of each'],
]

/** The name of an option, of how it is written: `--title` of `--title <title>`. */
export const nameOf = (flags: string): string => flags.split(' ')[0] ?? ''

/** What commands and options are for, from `templates/wording/help.<lang>.yaml`. Where no help is asked for, what stands beside their code. */
export function describedIn(lang: Language | undefined): (key: string, beside: string) => string {
  if (lang === undefined) return (_, beside) => beside
  const wording = loadWording(undefined, lang)
  return (key) => wording(`help.${key}`)
}
