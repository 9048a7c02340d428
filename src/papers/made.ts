import type { Language, Message, Phrase } from '../model/index.js'
import {
  type Brand,
  type DocBlock,
  type Document,
  heading,
  paragraph,
  plainDocument,
  text,
  type Wording,
} from '../present/index.js'
import { phraseOf, wordMessage } from '../present/messages/index.js'

/** What could not be made, and why: pages of it still show what was made before. */
export interface Unmade {
  readonly said: Phrase
  readonly messages: readonly Message[]
  /** Of the texts it is about. */
  readonly lang?: Language
}

/** The same in words. */
export interface NotMade {
  readonly lang: Language
  readonly words: string
  readonly messages: readonly { readonly at: string; readonly words: string }[]
}

/** Several that could not be made, by their names, as one. */
export function unmadeOf(failed: ReadonlyMap<string, Omit<Unmade, 'said'>>): Unmade {
  const all = [...failed.values()]
  const [lang, other] = new Set(all.map((each) => each.lang))
  return {
    said: { phrase: 'preview.not-made', values: { names: [...failed.keys()].sort() } },
    messages: all.flatMap(({ messages }) => messages.filter(({ severity }) => severity === 'error')),
    ...(lang === undefined || other !== undefined ? {} : { lang }),
  }
}

/** In the words of the reader; each message once, however much it keeps from being made. */
export function wordUnmade({ said, messages }: Unmade, lang: Language, wording: Wording): NotMade {
  const lines = messages.map((message) => {
    const { place, reason } = wordMessage(message, wording)
    return { at: [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':'), words: reason }
  })
  const each = new Map(lines.map((line) => [`${line.at} ${line.words}`, line]))
  return { lang, words: phraseOf(said, wording), messages: [...each.values()] }
}

/** A page that leads to all that was made, folder by folder, by paths from the folder the page is of. */
export function presentMade(paths: readonly string[], lang: Language, wording: Wording, brand: Brand): Document {
  const folders = new Map<string, string[]>()
  for (const path of paths) {
    const folder = path.replace(/[^/]*$/, '')
    folders.set(folder, [...(folders.get(folder) ?? []), path])
  }
  const page = plainDocument(phraseOf({ phrase: 'preview.made' }, wording), lang, brand)
  const lists = [...folders].flatMap(([folder, own]): DocBlock[] => [
    { ...heading(1, folder || '/'), listed: false },
    {
      type: 'list',
      ordered: false,
      items: own.map((path) => ({
        type: 'item',
        label: '•',
        children: [
          paragraph([
            {
              type: 'link',
              url: `/${path.split('/').map(encodeURIComponent).join('/')}`,
              children: [text(path.slice(folder.length))],
            },
          ]),
        ],
      })),
    },
  ])
  const nothing = paragraph(phraseOf({ phrase: 'preview.nothing-made' }, wording))
  return { ...page, children: [...page.children, ...(lists.length === 0 ? [nothing] : lists)] }
}
