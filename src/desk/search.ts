import { createHash } from 'node:crypto'
import { isWithdrawn } from '../decide/index.js'
import { LANGUAGES, type Language, type Metadata } from '../model/index.js'
import { resolve } from '../resolve/index.js'
import {
  askAll,
  bySection,
  type Force,
  type FoundClause,
  passagesOf,
  readyToAsk,
  type Searched,
  searchData,
} from '../site/index.js'
import { type Loaded, loadOrganisation, type Workspace } from '../workspace/index.js'
import type { DeskRequest } from './types.js'

/** A clause that was found. */
export interface AnsweredClause {
  readonly id: string
  readonly number: string
  readonly words: string
}

/** Clauses of a section of a policy that answer a question. */
export interface Answered {
  readonly policy: string
  readonly lang: Language
  readonly title: string
  readonly organisation: string
  /** What the section is called; empty where clauses stand in none. */
  readonly section: string
  /** What the working text, of which the clauses are, says of itself. */
  readonly force: Force
  readonly best: AnsweredClause
  /** What is read with it, and what the section has more. */
  readonly beside: readonly AnsweredClause[]
  readonly more: readonly AnsweredClause[]
  /** The best says all or nearly all of what was asked. */
  readonly says: boolean
  /** It has none of the words that were asked, only kindred ones. */
  readonly kindred: boolean
}

interface Text extends Searched {
  readonly force: Force
}

type Ask = (question: string) => readonly Answered[]

/** The search of the site, over the working texts as they are now. */
export function searchIn({ remember }: Pick<DeskRequest, 'remember'>, workspace: Workspace, texts: readonly Loaded[]): Ask {
  const hash = createHash('sha256').update(workspace.files.today)
  for (const { ref, bytes } of texts) hash.update(`${ref}\0${bytes.byteLength}\0`).update(bytes)
  return remember('search', hash.digest('base64url'), () => indexOf(texts.map((loaded) => searched(workspace, loaded))))
}

function searched(workspace: Workspace, { ref, policy, entry }: Loaded): Text {
  const folder = entry?.organisation ?? policy.metadata.organisation ?? ''
  const { name = folder, short = name } = loadOrganisation(workspace, folder).value?.organisation ?? {}
  return {
    name: entry?.name ?? ref,
    title: policy.metadata.title,
    lang: policy.metadata.lang,
    organisation: { folder, name, short },
    force: forceOf(policy.metadata, workspace.files.today),
    passages: passagesOf(resolve(policy).value),
  }
}

/** Nothing is in force because it says so: releases are. */
const forceOf = (metadata: Metadata, today: string): Force =>
  isWithdrawn(metadata, today)
    ? 'withdrawn'
    : metadata.status === 'adopted'
      ? 'unproved'
      : metadata.status === 'proposed'
        ? 'proposed'
        : 'draft'

function indexOf(policies: readonly Text[]): Ask {
  const own = new Map(LANGUAGES.map((lang) => [lang, policies.filter((policy) => policy.lang === lang)]))
  const parts = [...own].map(([lang, texts]) => readyToAsk(searchData(texts, lang)))
  return (question) =>
    bySection(askAll(parts, question)).map(({ best, beside, more }) => {
      const { data, answerAt } = best.part
      const clauseOf = ({ hit }: FoundClause): AnsweredClause => answerAt(hit.clause)
      const { policy, title: section } = answerAt(best.hit.clause)
      const { name = '', title = '', organisation, force = 'draft' } = own.get(data.lang)?.[policy] ?? {}
      return {
        policy: name,
        lang: data.lang,
        title,
        organisation: organisation?.short ?? '',
        section,
        force,
        best: clauseOf(best),
        beside: beside.map(clauseOf),
        more: more.map(clauseOf),
        says: best.says,
        kindred: best.hit.typed === 'none',
      }
    })
}
