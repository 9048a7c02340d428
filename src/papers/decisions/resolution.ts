import { binds, carries, type Decision, sinceOf } from '../../decide/index.js'
import { capital } from '../../language/index.js'
import { type DocBlock, type DocCell, type Document, factTable, heading, paragraph, strong, text } from '../../present/index.js'
import { listed, undecided } from '../versions/index.js'
import { afterwards, considerations } from './considerations.js'
import { type DecisionSetting, dayOf, factsOf, frame, isAdopted, known, shortHash, type TextFacts, whoOf } from './setting.js'

/**
 * The resolution by which a text is adopted, as who adopts it signs it: what it rests on, the text by its hash, and what follows.
 * It says what is known; the rest is room to fill in. It is marked until who adopts has decided on exactly these words.
 */
export function presentResolution(setting: DecisionSetting): Document {
  const { wording, resolved } = setting
  const { metadata } = resolved.policy
  const facts = factsOf(setting)
  const date = isAdopted(facts) ? facts.adoption?.approval?.date : metadata.proposed?.date
  return frame('resolution', setting, facts, {
    ...(isAdopted(facts) ? {} : { mark: wording('resolution.mark') }),
    ...(date === undefined ? {} : { date }),
    children: [
      meeting(setting, facts),
      ...caution(setting, facts),
      ...undecided(metadata, wording),
      ...preamble(setting, facts),
      ...considerations(setting, facts),
      heading(1, wording('resolution.resolves')),
      ...articles(setting, facts),
      ...signatures(setting, facts),
      ...undecidedDay(setting, facts),
      ...afterwards(setting, facts),
      ...annex(setting, facts),
    ],
  })
}

/** What a secretary fills in, or finds filled in. */
function meeting(setting: DecisionSetting, { adoption }: TextFacts): DocBlock {
  const { wording, resolved } = setting
  const { proposed } = resolved.policy.metadata
  const held = adoption && carries(adoption.standing) ? dayOf(adoption.approval?.date, setting) : undefined
  return factTable([
    { name: wording('resolution.fact.body'), value: adoption?.body ?? '' },
    { name: wording('resolution.fact.meeting'), value: held ?? '' },
    { name: wording('resolution.fact.number'), value: '' },
    ...(proposed ? [{ name: wording('resolution.fact.proposed'), value: dayOf(proposed.date, setting) ?? '' }] : []),
  ])
}

/** What keeps the resolution from being taken; nothing where nothing does. */
function caution(setting: DecisionSetting, { all, adoption }: TextFacts): DocBlock[] {
  const { wording } = setting
  const warning = (words: string): DocBlock => paragraph(words, 'warning')
  const name = ({ body, approval, right }: Decision) =>
    `${body ?? approval?.name ?? ''}${right === undefined ? '' : ` (${wording(`right.${right}`)})`}`
  const taken = adoption?.approval
  if (adoption && carries(adoption.standing) && (taken?.decision === 'negative' || taken?.decision === 'amended'))
    return [
      warning(
        wording(`resolution.caution.${taken.decision}`, {
          who: capital(whoOf(adoption, setting)),
          date: dayOf(taken.date, setting) ?? '',
        }),
      ),
    ]
  const until = adoption ? all.indexOf(adoption) : all.length
  const asked = all.filter(({ standing, right }, at) => at < until && standing !== 'superseded' && right !== 'information')
  const against = asked.filter(
    ({ standing, right, approval }) => carries(standing) && binds(right) && approval?.decision !== 'positive',
  )
  const open = asked.filter(({ standing }) => !carries(standing))
  return [
    ...(against.length > 0 ? [warning(wording('resolution.caution.against', { who: listed(against.map(name), wording) }))] : []),
    ...(open.length > 0 ? [warning(wording('resolution.caution.open', { who: listed(open.map(name), wording) }))] : []),
  ]
}

/** Who resolves, and what lies before them. */
function preamble(setting: DecisionSetting, { adoption, name, named, hash }: TextFacts): DocBlock[] {
  const { wording, resolved, organisation } = setting
  const { proposed } = resolved.policy.metadata
  const body = adoption ? capital(whoOf(adoption, setting)) : known(undefined)
  const opening =
    organisation === undefined ? `${body},` : wording('resolution.opening', { body, organisation: organisation.name })
  const values = { name, named, hash: shortHash(hash), date: dayOf(proposed?.date, setting) ?? '' }
  return [
    paragraph([strong(opening)]),
    paragraph(wording(proposed?.text === hash ? 'resolution.read' : 'resolution.seen', values)),
    paragraph(wording('resolution.regard', { basis: known(undefined) })),
  ]
}

/** What is resolved: that the text is adopted, that the one before it lapses, and from when it applies. */
function articles(setting: DecisionSetting, facts: TextFacts): DocBlock[] {
  const { name, named, edition, hash, former } = facts
  const { wording, resolved } = setting
  const { effective, review } = resolved.policy.metadata
  const start = dayOf(effective, setting)
  const all: (readonly [kind: string, said: readonly string[]])[] = [
    ['adoption', [wording('resolution.adopts', { name, named, hash: shortHash(hash) })]],
  ]
  const lapsed = lapses(setting, former, { edition, date: start })
  if (lapsed.length > 0) all.push(['lapse', lapsed])
  all.push([
    'effect',
    [
      capital(wording('resolution.effective', { edition, date: known(start) })),
      wording('resolution.review', { date: known(dayOf(review, setting)) }),
      wording('resolution.published', { date: known(undefined), where: known(undefined) }),
    ],
  ])
  return all.flatMap(([kind, said], at): DocBlock[] => {
    const title = wording('resolution.article', { number: at + 1, title: wording(`resolution.article.${kind}`) })
    const [only = ''] = said
    const members = said.map((line, i) => ({ type: 'item' as const, label: `${i + 1}.`, children: [paragraph(line)] }))
    return [
      { ...heading(2, title), listed: false },
      said.length === 1 ? paragraph(only) : { type: 'list', ordered: true, items: members },
    ]
  })
}

/** From when a release applies where nobody decided on a day: that stands below what was resolved, as its notice says it. */
function undecidedDay(setting: DecisionSetting, facts: TextFacts): DocBlock[] {
  const { wording, resolved } = setting
  const { effective, status } = resolved.policy.metadata
  if (effective !== undefined || status !== 'adopted' || !isAdopted(facts)) return []
  const date = dayOf(sinceOf(resolved.source), setting)
  return date === undefined ? [] : [paragraph(wording('resolution.no-day', { edition: facts.edition, date }))]
}

/** Which versions are over by it: the one that applies until then, and one that was adopted and will not. */
function lapses(
  { wording, succession }: DecisionSetting,
  former: string | undefined,
  { edition, date }: { readonly edition: string; readonly date: string | undefined },
): string[] {
  const said = (key: string, version: string) =>
    capital(wording(`resolution.${key}`, { former: wording('resolution.version', { version }), edition, date: date ?? '' }))
  if (!succession) return former === undefined ? [] : [said('lapses.all', former)]
  const { replaced, idle } = succession
  return [
    ...(replaced === undefined ? [] : [said(date === undefined ? 'lapses' : 'lapses.on', replaced)]),
    ...(idle === undefined || idle.withdrawn !== undefined ? [] : [said('lapses.never', idle.version)]),
  ]
}

/** Place, day and who signs, with room to do it. */
function signatures(setting: DecisionSetting, { adoption }: TextFacts): DocBlock[] {
  const { wording } = setting
  const approval = adoption && carries(adoption.standing) ? adoption.approval : undefined
  const columns = ['name', 'role', 'signature'] as const
  const values = { name: approval?.name ?? '', role: approval?.role ?? '', signature: '' }
  const date = known(dayOf(approval?.date, setting))
  return [
    {
      type: 'table',
      caption: [text(wording('resolution.done', { place: known(undefined), date }))],
      look: 'grid',
      columns: [{ weight: 1.3 }, { weight: 1.3 }, { weight: 2 }],
      head: [{ cells: columns.map((key) => cell(wording(`approval.${key}`), 'column')) }],
      body: [{ height: 20, cells: columns.map((key) => cell(values[key])) }],
    },
  ]
}

/** The text that is adopted, by what nobody can mistake it for another. */
const annex = ({ wording }: DecisionSetting, { name, hash }: TextFacts): DocBlock[] => [
  heading(1, wording('resolution.annex')),
  factTable([
    { name: wording('resolution.annex.text'), value: name },
    { name: wording('resolution.annex.short'), value: shortHash(hash) },
    { name: wording('resolution.annex.hash'), value: hash },
  ]),
  paragraph(wording('resolution.annex.means'), 'small'),
]

const cell = (value: string, header?: 'column'): DocCell => ({
  children: value === '' ? [] : [paragraph(value)],
  ...(header ? { header } : {}),
})
