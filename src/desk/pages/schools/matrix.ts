import { SITTING } from '../../../concordance/index.js'
import { reportMatrix } from '../../../matrix/index.js'
import { errorsIn } from '../../../model/index.js'
import { h } from '../../../render/html/index.js'
import { link, notice } from '../../markup.js'
import { missingPage } from '../../plain-pages.js'
import { toldOf } from '../../told.js'
import type { Answer, DeskRequest } from '../../types.js'
import { addressOfSubject, subjectIn } from './compared.js'
import { crumbsOf } from './crumbs.js'
import { askedRows, judgedRowsIn } from './rows.js'

/** All rules of the schools on one subject, as `compare` shows them, with the way to what a person has to say of them. */
export async function get(request: DeskRequest): Promise<Answer> {
  const subject = await subjectIn(request)
  if (!subject) return missingPage(request)
  const { say } = request
  const { group, compared } = subject
  const report = reportMatrix(compared.matrix, compared.setting)
  const [asked, judged] = [askedRows(subject).length, judgedRowsIn(subject).length]
  const errors = errorsIn(compared.messages)
  return {
    type: 'page',
    document: report.document('screen'),
    labels: report.labels?.() ?? {},
    above: [
      ...toldOf(errors, say),
      ...notice('info', [
        h('p', {}, say(asked < SITTING ? 'desk.schools.waiting' : 'desk.schools.waiting.most', { asked, judged })),
        h(
          'p',
          { className: ['acts'] },
          link(`${addressOfSubject(group)}/judge`, say('desk.schools.judge'), { className: ['as-button'] }),
          link(`${addressOfSubject(group)}/pairs`, say('desk.pairs')),
        ),
      ]),
    ],
    crumbs: crumbsOf(request, group),
    here: 'schools',
  }
}
