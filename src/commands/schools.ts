import { basename } from 'node:path'
import { unknownLanguage } from '../lint/index.js'
import type { MatrixSetting, SchoolFacts } from '../matrix/index.js'
import { append, clauses, documentDate, extendedBy, LANGUAGES, type Language, type Message, type Policy } from '../model/index.js'
import { statusOf } from '../present/index.js'
import { resolve } from '../resolve/index.js'
import {
  type Concordance,
  compareByTexts,
  confirmedPairs,
  confirmedRows,
  type Matrix,
  type SchoolNames,
  type SchoolPolicy,
  schoolPolicy,
  type TextsRead,
  textsReadLately,
  type Vocabulary,
} from '../schools/index.js'
import type { Context } from '../secretariat/index.js'
import {
  brandOf,
  type Loaded,
  type LoadedOrganisation,
  loadOrganisation,
  loadPolicy,
  loadVocabularies,
  loadWording,
  type Workspace,
} from '../workspace/index.js'

/** Schools compared, and all that is needed to show it but the form. */
export interface ComparedSchools {
  readonly matrix: Matrix
  readonly setting: Omit<MatrixSetting, 'form'>
  readonly messages: readonly Message[]
}

/** Schools as they are compared, and how they will be shown: all that is asked of the files, which may then be let go. */
export interface SchoolsRead {
  readonly schools: readonly SchoolPolicy[]
  readonly vocabularies: readonly Vocabulary[]
  /** The ids of all that stands in each policy. */
  readonly ids: readonly { readonly ref: string; readonly ids: readonly string[] }[]
  readonly setting: ComparedSchools['setting']
  readonly messages: readonly Message[]
}

/** Compares loaded policies. */
export const compareLoaded = (
  context: Context,
  policies: readonly Loaded[],
  reference: Loaded | undefined,
  concordance: Concordance | undefined,
  texts?: TextsRead,
): ComparedSchools => compareRead(readSchools(context, policies, reference), concordance, texts)

/** Compares schools by what was read of them. */
export function compareRead(
  { schools, vocabularies, ids, setting, messages }: SchoolsRead,
  concordance: Concordance | undefined,
  texts: TextsRead = textsReadLately(),
): ComparedSchools {
  const known = concordance ? ids.map((each) => ({ ref: each.ref, ids: new Set(each.ids) })) : []
  const judged = concordance ? { confirmed: confirmedPairs(concordance, known), rows: confirmedRows(concordance, known) } : {}
  const compared = compareByTexts(schools, vocabularies, judged, texts)
  return { matrix: compared.value, setting, messages: [...messages, ...compared.messages] }
}

/** Reads loaded policies as schools. What resolving them finds is left to `lint`: texts in the making can be compared, too. */
export function readSchools(context: Context, policies: readonly Loaded[], reference: Loaded | undefined): SchoolsRead {
  const { workspace } = context
  const found: Message[] = []
  const organisations = policies.map((loaded) => organisationOf(workspace, loaded, found))
  const templates = templatesOf(context, policies)
  const schools = policies.map((loaded, index) => schoolOf(loaded, organisations[index], templates(loaded)))
  const vocabularies = loadVocabularies(workspace, languagesOf(schools, policies))
  const at = reference === undefined ? -1 : policies.indexOf(reference)
  const lang = (reference ?? policies[0])?.policy.metadata.lang ?? 'nl'
  // A comparison of equals has the look of none of them.
  const brand = brandOf(at < 0 ? undefined : organisations[at])
  const dates = policies.flatMap(({ policy }) => documentDate(policy.metadata) ?? [])
  return {
    schools,
    vocabularies: vocabularies.value,
    ids: policies.map(({ ref, policy }) => ({ ref, ids: clauses(policy).flatMap(({ id }) => id ?? []) })),
    setting: {
      schools: policies.map((loaded, index) => factsOf(loaded, organisations[index])),
      ...(at < 0 ? {} : { reference: at }),
      topics: topicsOf(vocabularies.value, lang),
      lang,
      ...(dates.length === 0 ? {} : { date: dates.sort().at(-1) as string }),
      brand: brand.value,
      wording: loadWording(workspace, lang),
    },
    messages: [
      ...vocabularies.messages,
      ...policies.flatMap(({ policy }) => unknownLanguage(policy)),
      ...found,
      ...brand.messages,
    ],
  }
}

/** The languages that anything is said in: making the words of another one ready takes a tenth of a second. */
function languagesOf(schools: readonly SchoolPolicy[], policies: readonly Loaded[]): readonly Language[] {
  const spoken = new Set([
    ...policies.map(({ policy }) => policy.metadata.lang),
    ...schools.flatMap(({ clauses }) => clauses.map(({ lang }) => lang)),
  ])
  return LANGUAGES.filter((lang) => spoken.has(lang))
}

function organisationOf(
  workspace: Workspace | undefined,
  { policy, entry }: Loaded,
  messages: Message[],
): LoadedOrganisation | undefined {
  const owner = policy.metadata.organisation ?? entry?.organisation
  const loaded = workspace && owner !== undefined ? loadOrganisation(workspace, owner) : undefined
  if (entry) append(messages, loaded?.messages ?? [])
  return loaded?.value
}

function factsOf({ policy, path }: Loaded, found: LoadedOrganisation | undefined): SchoolFacts {
  const { organisation, version } = policy.metadata
  const name = found?.organisation.short ?? found?.organisation.name ?? organisation ?? basename(path, '.md')
  return { name, ...(version === undefined ? {} : { version }), status: statusOf(policy) }
}

function schoolOf(
  { policy, ref, path }: Loaded,
  found: LoadedOrganisation | undefined,
  template: SchoolNames['template'],
): SchoolPolicy {
  const resolved = resolve(policy).value
  const known = [found?.organisation.name, found?.organisation.short, policy.metadata.organisation]
  const names = known.filter((name) => name !== undefined)
  return schoolPolicy(resolved, {
    ref,
    organisation: names[0] ?? basename(path, '.md'),
    names,
    ...(template ? { template } : {}),
  })
}

/** The template a policy adapts, or the policy itself where another adapts it; none that no other has. Versions of a template share their ids. */
function templatesOf(
  { workspace, cwd }: Context,
  all: readonly Loaded[],
): (of: Pick<Loaded, 'policy' | 'entry'>) => SchoolNames['template'] {
  const adapting = new Map<string | undefined, Set<Policy>>()
  const called = new Map<string | undefined, Set<Policy>>()
  for (const { policy, entry } of all) {
    const template = extendedBy(policy.metadata)?.template
    adapting.set(template, (adapting.get(template) ?? new Set()).add(policy))
    called.set(entry?.name, (called.get(entry?.name) ?? new Set()).add(policy))
  }
  return ({ policy, entry }) => {
    const wanted = extendedBy(policy.metadata)
    const ref = wanted?.template ?? entry?.name
    const isAnother = (of = new Set<Policy>()): boolean => of.size > (of.has(policy) ? 1 : 0)
    if (ref === undefined || !(isAnother(adapting.get(ref)) || (wanted && isAnother(called.get(ref))))) return undefined
    const template = wanted ? loadPolicy(workspace, wanted.name, cwd).value?.policy : policy
    return template && { ref, ids: new Set(clauses(template).flatMap(({ id }) => id ?? [])) }
  }
}

function topicsOf(vocabularies: readonly Vocabulary[], lang: Language): ReadonlyMap<string, string> {
  const own = vocabularies.find((vocabulary) => vocabulary.lang === lang) ?? vocabularies[0]
  return new Map(own?.topics.map(({ id, label }) => [id, label]) ?? [])
}
