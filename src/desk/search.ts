import { createHash } from 'node:crypto'
import { LANGUAGES, type Language } from '../model/index.js'
import { resolve } from '../resolve/index.js'
import { askAll, passagesOf, readyToAsk, type Searched, searchData } from '../site/index.js'
import { type Loaded, loadOrganisation, type Workspace } from '../workspace/index.js'
import type { DeskRequest } from './types.js'

/** A clause that answers a question. */
export interface Answered {
  readonly policy: string
  readonly lang: Language
  readonly title: string
  readonly organisation: string
  readonly id: string
  readonly number: string
  readonly words: string
  readonly score: number
  /** It says all or nearly all of what was asked. */
  readonly says: boolean
}

type Ask = (question: string) => readonly Answered[]

/** The search of the site, over the working texts as they are now. */
export function searchIn({ remember }: Pick<DeskRequest, 'remember'>, workspace: Workspace, texts: readonly Loaded[]): Ask {
  const hash = createHash('sha256')
  for (const { ref, bytes } of texts) hash.update(`${ref}\0${bytes.byteLength}\0`).update(bytes)
  return remember('search', hash.digest('base64url'), () => indexOf(texts.map((loaded) => searched(workspace, loaded))))
}

function searched(workspace: Workspace, { ref, policy, entry }: Loaded): Searched {
  const folder = entry?.organisation ?? policy.metadata.organisation ?? ''
  const { name = folder, short = name } = loadOrganisation(workspace, folder).value?.organisation ?? {}
  return {
    name: entry?.name ?? ref,
    title: policy.metadata.title,
    lang: policy.metadata.lang,
    organisation: { folder, name, short },
    passages: passagesOf(resolve(policy).value),
  }
}

function indexOf(policies: readonly Searched[]): Ask {
  const own = new Map(LANGUAGES.map((lang) => [lang, policies.filter((policy) => policy.lang === lang)]))
  const parts = [...own].map(([lang, texts]) => readyToAsk(searchData(texts, lang)))
  return (question) =>
    askAll(parts, question).map(({ part: { data, answerAt }, hit, says }) => {
      const { policy, id, number, words } = answerAt(hit.clause)
      const { name = '', title = '', organisation } = own.get(data.lang)?.[policy] ?? {}
      return {
        policy: name,
        lang: data.lang,
        title,
        organisation: organisation?.short ?? '',
        id,
        number,
        words,
        score: hit.score,
        says,
      }
    })
}
