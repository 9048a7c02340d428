import type { ElementContent } from 'hast'
import type { Language } from '../model/index.js'
import type { Document, FacetLabels, Wording } from '../present/index.js'
import type { Context } from '../secretariat/context.js'

/** Parts of a page that are no document: forms, bars of tools, lists of findings. Made with `h`, which escapes every value. */
export type Markup = readonly ElementContent[]

/** What a page is asked with. One request sees one state of the files. */
export interface DeskRequest {
  /** As the command line has it; without a workspace where there is none yet. */
  readonly context: Context
  /** The folder the desk was opened on. */
  readonly root: string
  readonly url: URL
  /** The parts of the path that its route names: `organisation`, `policy`. */
  readonly params: Readonly<Record<string, string>>
  /** The language of the desk itself, and its words; a text is shown in its own. */
  readonly lang: Language
  readonly say: Wording
  /** What was made of the same thing before, else what is made of it now; of each name the last alone is known, as long as the desk is open. */
  readonly remember: <T>(name: string, key: string, make: () => T) => T
  /** Whether a text, by its path, need not be waited for: many are read one by one when the desk is opened. */
  readonly isRead: (path: string) => boolean
  /** What every form sends back, and every script in the header `x-clausule`. */
  readonly token: string
}

/** What was sent with a form: the last value of a name counts. */
export interface Sent {
  /** Trimmed; undefined when it is absent or blank. */
  readonly text: (name: string) => string | undefined
  /** As it was typed, with line feeds alone. */
  readonly words: (name: string) => string | undefined
  readonly all: (name: string) => readonly string[]
  readonly files: (name: string) => Promise<readonly SentFile[]>
  /** The value that a script sent; undefined where the body is no JSON. */
  readonly json: unknown
}

export interface SentFile {
  /** The name alone, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A page that is shown once more: with what was typed, and what is said of it above. */
export interface ShownAgain {
  readonly sent?: Sent
  readonly above?: Markup
}

/** A page of the desk: a document as every page of ours shows it, with tools around it. */
export interface DeskPage {
  readonly type: 'page'
  readonly document: Document
  readonly labels?: FacetLabels
  /** Above the text, beside it (below it where there is no room), and below it. */
  readonly above?: Markup
  readonly beside?: Markup
  readonly below?: Markup
  /** The way here, from the overview; the page itself last, without an address. */
  readonly crumbs?: readonly Crumb[]
  /** The policy it is about, by its name, and which of its tools this is. */
  readonly policy?: string
  readonly tab?: string
  /** It shows a text of an organisation, with its masthead; every other page has the small head of a tool. */
  readonly reads?: boolean
  /** Which of the pages that the head names this is. */
  readonly here?: string
  /** The organisation whose look it has, by its folder. */
  readonly brand?: string
  /** Scripts of `src/browser`, by their names in the bundle. */
  readonly scripts?: readonly string[]
  readonly status?: number
  /** It keeps itself up to date: the frame does not load it anew when files change. */
  readonly ownLife?: boolean
  /** Some of what it shows is still being read: until all is, it counts as the same page. */
  readonly isPartial?: boolean
}

export interface Crumb {
  readonly text: string
  readonly address?: string
}

/** What a page or an act gives back. */
export type Answer =
  | DeskPage
  /** After an act: another page, with one of the words `desk.done.*` above it. */
  | { readonly type: 'goto'; readonly address: string; readonly done?: string }
  | { readonly type: 'file'; readonly mediaType: string; readonly bytes: Uint8Array | string; readonly name?: string }
  /** To a script; `wrote` where a file is another now, so that other pages look again. */
  | { readonly type: 'data'; readonly value: unknown; readonly status?: number; readonly wrote?: boolean }

/** What can be asked of an address. Loaded when it is first asked. */
export interface Handlers {
  readonly get?: (request: DeskRequest) => Answer | Promise<Answer>
  readonly post?: (request: DeskRequest, sent: Sent) => Answer | Promise<Answer>
}

/** An address, with `:name` for a part of the path, and what answers there. */
export interface Route {
  readonly path: string
  readonly load: () => Promise<Handlers>
}
