import { papersOf } from '../../commands/build.js'
import { encoded, errorsIn, hasErrors } from '../../model/index.js'
import { h } from '../../render/html/index.js'
import { FORMATS } from '../../render/index.js'
import { notice } from '../markup.js'
import { isShown, madePapers } from '../papers.js'
import { missingPage, plainPage } from '../plain-pages.js'
import { crumbsTo, nameIn, policyIn } from '../policies.js'
import { findingsList } from '../told.js'
import type { Answer, DeskRequest } from '../types.js'

/** The name of the paper that stands nowhere: the PDF of the text as it is now. */
export const PREVIEW = 'preview.pdf'

/** A paper that was made, or the PDF of the text as it is now. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { context, params, say } = request
  if (params.paper === PREVIEW) {
    const { outputs, messages } = await papersOf(context, [nameIn(request)], ['pdf'])
    const bytes = outputs[0]?.bytes
    if (bytes !== undefined && !hasErrors(messages))
      return { type: 'file', mediaType: FORMATS.pdf.mediaType, bytes: encoded(bytes) }
    const errors = errorsIn(messages)
    return plainPage(request, say('desk.not-done'), [], {
      above: notice('wrong', [h('p', {}, say('desk.papers.hindered')), ...findingsList(errors, say)]),
      crumbs: crumbsTo(request, loaded, say('desk.tab.papers')),
      status: 409,
    })
  }
  const made = context.workspace && loaded.entry ? madePapers(context.workspace, loaded.entry) : []
  // One of those that are listed, by its name: what is asked for never becomes a path.
  const paper = made.find(({ name }) => name === params.paper)
  if (!paper) return missingPage(request)
  const bytes = context.workspace?.files.read(paper.path) ?? ''
  return {
    type: 'file',
    mediaType: paper.mediaType,
    bytes,
    ...(isShown(paper) ? {} : { name: paper.name.replace(/^.*\//s, '') }),
  }
}
