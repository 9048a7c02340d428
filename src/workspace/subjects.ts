import { parse } from 'yaml'
import { readOnce } from '../language/index.js'
import { slug } from '../model/index.js'
import { readTemplate } from './assets.js'
import type { Loaded } from './load.js'
import type { Workspace } from './root.js'

/** Policies on one subject. */
export interface SubjectGroup {
  /** As it can be named: `absence`. Absent where nothing says it. */
  readonly subject?: string
  readonly policies: readonly Loaded[]
  /** Whose subject was guessed, from its title or the name of its file. */
  readonly guessed: readonly Loaded[]
}

/** How a subject is called, whoever names it: that of a title or a word for it, "verzuim", is `absence`. */
export function subjectNamed(workspace: Workspace | undefined, words: string): string {
  const known = subjectOf(workspace, words)
  return known === 'blank' ? slug(words) : known
}

/** What a policy says it is about, else what its title or the name of its file says. */
export function subjectIn(
  workspace: Workspace | undefined,
  { policy, entry }: Loaded,
): { readonly subject?: string; readonly told: boolean } {
  const { subject, title } = policy.metadata
  if (subject !== undefined) return { subject: subjectNamed(workspace, subject), told: true }
  const titled = subjectOf(workspace, title)
  if (titled !== 'blank') return { subject: titled, told: false }
  return entry === undefined
    ? { told: false }
    : { subject: subjectNamed(workspace, entry.policy.replaceAll('-', ' ')), told: false }
}

/**
 * Policies by what they are about, in the order in which subjects come up: never two subjects in one table. Texts that nothing is known of,
 * any Markdown files, go with the others where these are on one subject.
 */
export function bySubject(workspace: Workspace | undefined, policies: readonly Loaded[]): readonly SubjectGroup[] {
  const groups = new Map<string | undefined, { readonly policies: Loaded[]; readonly guessed: Loaded[] }>()
  for (const loaded of policies) {
    const { subject, told } = subjectIn(workspace, loaded)
    const group = groups.get(subject) ?? { policies: [], guessed: [] }
    group.policies.push(loaded)
    if (!told && subject !== undefined) group.guessed.push(loaded)
    groups.set(subject, group)
  }
  if (groups.size <= 2 && groups.has(undefined)) {
    const [subject] = [...groups.keys()].filter((key) => key !== undefined)
    const all = [...groups.values()]
    const guessed = all.flatMap((group) => group.guessed)
    return [{ ...(subject === undefined ? {} : { subject }), policies, guessed }]
  }
  return [...groups].map(([subject, group]) => ({ ...(subject === undefined ? {} : { subject }), ...group }))
}

/** The subject a title speaks of: the first of `templates/init/subjects.yaml` that has words in it; the last where none has. */
export function subjectOf(workspace: Workspace | undefined, title = ''): string {
  const subjects = subjectsOf(readTemplate(workspace, 'init/subjects.yaml'))
  const words = ` ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const named = Object.entries(subjects).find(([, known]) => known.some((word) => words.includes(word)))
  return named?.[0] ?? 'blank'
}

/** Asked of each policy of a comparison. */
const subjectsOf = readOnce((text) => parse(text) as Readonly<Record<string, readonly string[]>>)
