import { append, type Message, type Phrase } from '../model/index.js'
import { tooLong } from '../schools/index.js'
import { type Context, filesOf, selectPolicies, UsageError } from '../secretariat/index.js'
import { bySubject, type Loaded, listPolicies, loadPolicy, type SubjectGroup, subjectNamed } from '../workspace/index.js'

/** What is to be compared, and with what. */
export interface Selected {
  readonly policies: readonly Loaded[]
  readonly reference: Loaded | undefined
  /** The one of which is told where it stands apart. */
  readonly one: Loaded | undefined
  /** A subject was named, not policies. */
  readonly bySubject: boolean
  /** What files are called after, where it is not the names. */
  readonly subject?: string | undefined
}

/** The policies to compare, each once, and among them the reference and the one that is asked about. */
export function selectCompared(
  context: Context,
  names: readonly string[],
  options: { readonly reference?: string; readonly for?: string },
): Selected & { readonly messages: readonly Message[] } {
  const wantedNames = names.flatMap((name) => policiesOn(context, name) ?? [name])
  const selected = selectPolicies(context, wantedNames, { own: false })
  const messages = [...selected.messages]
  const policies: Loaded[] = []
  const add = (loaded: Loaded): Loaded => {
    const known = policies.find(({ ref }) => ref === loaded.ref)
    if (!known) {
      policies.push(loaded)
      append(messages, tooLong(loaded))
    }
    return known ?? loaded
  }
  for (const loaded of selected.value) add(loaded)
  const wanted = (name: string | undefined): Loaded | undefined => {
    if (name === undefined) return undefined
    const found = loadPolicy(context.workspace, name, context.cwd, filesOf(context))
    if (!policies.some(({ ref }) => ref === found.value?.ref)) append(messages, found.messages)
    return found.value && add(found.value)
  }
  const reference = wanted(options.reference)
  const one = wanted(options.for)
  if (one !== undefined && one === reference) throw new UsageError({ phrase: 'usage.for-is-reference' })
  return { policies, messages, reference, one, bySubject: wantedNames.length > names.length }
}

/** The names of the policies on a subject, where a name is that of a subject of several. */
function policiesOn({ workspace, cwd }: Context, name: string): readonly string[] | undefined {
  if (workspace === undefined || !/^[\p{L}\p{N} -]+$/u.test(name)) return undefined
  const entries = listPolicies(workspace)
  // What an organisation is called is no subject: no other policy need be read to know.
  if (entries.some(({ organisation }) => organisation === name)) return undefined
  const all = entries.flatMap((entry) => loadPolicy(workspace, entry.name, cwd).value ?? [])
  const wanted = subjectNamed(workspace, name)
  const found = bySubject(workspace, all).find(({ subject }) => subject === wanted)
  return found !== undefined && found.policies.length > 1 ? found.policies.map(({ ref }) => ref) : undefined
}

/** The policies by subject, a table each, with what is to be said of it; a policy that is alone on its subject is in none. */
export function tablesOf(
  context: Context,
  { policies, reference, one }: Selected,
): { groups: readonly SubjectGroup[]; notes: Phrase[] } {
  const all = bySubject(context.workspace, policies)
  const asked = [reference, one].filter((each) => each !== undefined)
  const groups = all.filter((group) => group.policies.length > 1 && asked.every((each) => group.policies.includes(each)))
  if (groups.length === 0) {
    if (policies.length < 2 || all.length < 2) throw new UsageError({ phrase: 'usage.compare-two' })
    const subjects = all
      .map(({ subject, policies: own }) => `${own.map(({ ref }) => ref).join(', ')} (${subject ?? '–'})`)
      .join('; ')
    throw new UsageError({ phrase: 'usage.other-subjects', values: { subjects } })
  }
  if (all.length === 1) return { groups, notes: [] }
  const left = all
    .filter((group) => !groups.includes(group))
    .flatMap((group) => group.policies.map(({ ref }) => `${ref} (${group.subject ?? '–'})`))
  const guessed = all.flatMap((group) =>
    group.guessed.length === 0 ? [] : [`${group.subject}: ${group.guessed.map(({ ref }) => ref).join(', ')}`],
  )
  return {
    groups,
    notes: [
      ...(guessed.length === 0 ? [] : [{ phrase: 'done.subjects-guessed' as const, values: { subjects: guessed.join('; ') } }]),
      ...(left.length === 0 ? [] : [{ phrase: 'done.subjects-left-out' as const, values: { names: left.join(', ') } }]),
    ],
  }
}
