import { paragraph, plainDocument } from '../present/index.js'
import { h, hashSource, html } from '../render/html/index.js'
import { brandOf } from '../workspace/index.js'
import type { FramedPage } from './frame.js'
import type { Refusal } from './guard.js'
import { link, panel } from './markup.js'
import { WAYS_TO_BEGIN } from './navigation.js'
import type { DeskPage, DeskRequest, Markup } from './types.js'

/** A page of the desk about no text: a title, words, and what stands below them. */
export function plainPage(
  { say, lang }: Pick<DeskRequest, 'say' | 'lang'>,
  title: string,
  words: readonly string[],
  more: Omit<DeskPage, 'type' | 'document'> = {},
): DeskPage {
  const document = plainDocument(title, lang, brandOf(undefined).value)
  return {
    type: 'page',
    document: { ...document, children: [...document.children, ...words.map((each) => paragraph(each))] },
    crumbs: [{ text: say('desk.nav.overview'), address: '/' }, { text: title }],
    ...more,
  }
}

/** How a policy can be begun, each with the way there; not the one of the page that shows them. */
export const waysToBegin = (say: DeskRequest['say'], here?: string): Markup =>
  WAYS_TO_BEGIN.filter(([, address]) => address !== here).map(([name, address]) =>
    panel(say(`desk.begin.${name}`), [
      h('p', {}, say(`desk.begin.${name}.what`)),
      h('p', {}, link(address, say(`desk.begin.${name}.do`))),
    ]),
  )

/** There is nothing at an address. */
export const missingPage = (request: DeskRequest): DeskPage =>
  plainPage(request, request.say('desk.missing'), [request.say('desk.missing.why', { address: request.url.pathname })], {
    status: 404,
    below: request.context.workspace ? back(request) : waysToBegin(request.say),
  })

/** The folder has no policies in it: not yet, or not any more since the desk was opened, or it is gone itself. */
export function noWorkspacePage(request: DeskRequest, hadPolicies: boolean): DeskPage {
  const { say, context, root } = request
  const isThere = context.files?.kindOf(root) === 'folder'
  if (isThere && !hadPolicies)
    return plainPage(request, say('desk.empty'), [say('desk.empty.why', { folder: root })], {
      status: 404,
      below: waysToBegin(say),
    })
  return plainPage(request, say('desk.gone'), [say(isThere ? 'desk.gone.policies' : 'desk.gone.folder', { folder: root })], {
    status: 410,
    below: back(request),
  })
}

/** What was asked could not be done: for a reason that can be told, or by a fault of our own. */
export const faultPage = (request: DeskRequest, told: Markup | undefined): DeskPage =>
  plainPage(request, request.say(told ? 'desk.not-done' : 'desk.fault'), told ? [] : [request.say('desk.fault.why')], {
    status: told ? 409 : 500,
    above: told ?? [],
    below: back(request),
  })

const REFUSED_STYLE = 'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1.5rem}'

/** For somebody who is not let in: without a word of what is in the workspace. With the policy of its content. */
export function refusedPage(refusal: Refusal | 'large', { say, lang }: Pick<DeskRequest, 'say' | 'lang'>): FramedPage {
  const title = say('desk.refused')
  const page = h(
    'html',
    { lang },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', {}, title),
      h('style', {}, REFUSED_STYLE),
    ),
    h(
      'body',
      {},
      h(
        'main',
        {},
        h('h1', {}, title),
        h('p', {}, say(`desk.refused.${refusal}`)),
        h('p', {}, say(refusal === 'large' ? 'desk.refused.large.mend' : 'desk.refused.mend')),
      ),
    ),
  )
  return {
    body: `<!doctype html>\n${html(page)}`,
    policy: `default-src 'none'; style-src ${hashSource(REFUSED_STYLE)}; frame-ancestors 'none'`,
  }
}

const back = ({ say }: DeskRequest): Markup => [h('p', {}, h('a', { href: '/' }, say('desk.back')))]
