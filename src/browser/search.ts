/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import {
  askAll,
  bySection,
  type FoundClause,
  type FoundSection,
  readyToAsk,
  type SearchData,
  type SearchPart,
} from '../site/index.js'

// The page that searches: `?q=` of the address is the question; what is chosen below it stays in the address too.

interface Words {
  readonly one: string
  readonly many: string
  readonly shown: string
  readonly more: string
  readonly folded: string
  readonly none: string
  readonly outside: string
  readonly everywhere: string
  readonly failed: string
  readonly waiting: string
  readonly ask: string
  readonly sure: string
  readonly kindred: string
  readonly further: string
  readonly unsure: string
}

/** Answers that are shown at first, and with each more. */
const MOST = 40

const form = document.querySelector<HTMLFormElement>('#_searching')
const results = document.querySelector<HTMLOListElement>('#_results')
const said = document.querySelector<HTMLElement>('#_said')
if (form && results && said) start(form, results, said)

function start(form: HTMLFormElement, results: HTMLOListElement, said: HTMLElement): void {
  const words = JSON.parse(form.dataset.words ?? '{}') as Words
  const root = form.dataset.root ?? ''
  const field = form.querySelector<HTMLInputElement>('input[type=search]')
  const selects = [...form.querySelectorAll<HTMLSelectElement>('select')]
  if (!field) return
  // Where the answers end that say what was asked.
  const further = document.createElement('ol')
  further.className = results.className
  results.after(further)
  for (const list of [results, further]) list.before(document.createElement('h2'))
  const more = document.createElement('button')
  more.type = 'button'
  more.textContent = words.more
  more.hidden = true
  further.after(more)
  // Who chose too narrowly goes on from here.
  const everywhere = document.createElement('button')
  everywhere.type = 'button'
  everywhere.textContent = words.everywhere
  everywhere.hidden = true
  said.after(everywhere)
  let most = MOST
  let loading: Promise<readonly SearchPart[]> | undefined
  const load = () => {
    // A site without policies has no index: nothing is found there, and nothing fails.
    const indexes = (form.dataset.indexes ?? '').split(' ').filter((address) => address !== '')
    loading ??= Promise.all(indexes.map(read))
    return loading
  }

  const show = async () => {
    const question = field.value.trim()
    remember()
    everywhere.hidden = true
    if (question === '') {
      for (const list of [results, further]) {
        list.replaceChildren()
        title(list, '')
      }
      more.hidden = true
      said.textContent = words.ask
      return
    }
    if (!loading) said.textContent = words.waiting
    let parts: readonly SearchPart[]
    try {
      parts = await load()
    } catch {
      loading = undefined
      said.textContent = words.failed
      return
    }
    if (field.value.trim() !== question) return
    const [organisation, subject, stance] = ['organisation', 'subject', 'stance'].map(
      (name) => selects.find((select) => select.name === name)?.value ?? '',
    )
    const all = askAll(parts, question)
    const isChosen = [organisation, subject, stance].some((choice) => choice !== '')
    const hits = !isChosen
      ? all
      : all.filter(({ part: { data, answerAt }, hit }) => {
          const answer = answerAt(hit.clause)
          const policy = data.policies[answer.policy]
          return (
            (!organisation || policy?.organisation === organisation) &&
            (!subject || policy?.subject === subject) &&
            (!stance || answer.stance === stance)
          )
        })
    const answers = bySection(hits)
    const shown = answers.slice(0, most)
    const count = shown.reduce((sum, { beside, more }) => sum + 1 + beside.length + more.length, 0)
    const many = count < hits.length ? words.shown : hits.length === 1 ? words.one : words.many
    everywhere.hidden = hits.length > 0 || all.length === 0
    said.textContent =
      hits.length > 0
        ? many.replace('{count}', String(hits.length)).replace('{shown}', String(count))
        : all.length > 0
          ? words.outside.replace('{count}', String(all.length))
          : words.none
    more.hidden = shown.length === answers.length
    const sure = shown.filter(({ best }) => best.says)
    results.replaceChildren(...sure.map((answer) => entry(answer, root, words.folded)))
    further.replaceChildren(...shown.slice(sure.length).map((answer) => entry(answer, root, words.folded)))
    results.hidden = sure.length === 0
    const kindred = sure.every(({ best }) => best.hit.typed === 'none')
    title(results, sure.length === 0 ? '' : kindred ? words.kindred : words.sure)
    title(further, shown.length === sure.length ? '' : sure.length > 0 ? words.further : words.unsure)
  }

  const ask = () => {
    most = MOST
    return show()
  }
  more.addEventListener('click', async () => {
    const first = most
    most += MOST
    await show()
    // Who goes on by keyboard goes on with the first that was not there.
    const links = [results, further].flatMap((list) => [...list.querySelectorAll<HTMLElement>(':scope > li > p > a')])
    links[first]?.focus()
  })

  everywhere.addEventListener('click', () => {
    for (const select of selects) select.value = ''
    field.focus()
    void ask()
  })

  const remember = () => {
    const state = new URLSearchParams()
    for (const each of [field, ...selects]) if (each.value !== '') state.set(each.name, each.value)
    history.replaceState(null, '', state.size === 0 ? location.pathname : `?${state}`)
  }

  const asked = new URLSearchParams(location.search)
  for (const each of [field, ...selects]) each.value = asked.get(each.name) ?? ''
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask()
  })
  field.addEventListener('input', () => void ask())
  // What is asked first is answered as fast as what is asked later: who comes here will ask something.
  addEventListener(
    'load',
    () =>
      void load().then(
        (parts) => tryOut(parts, root, words.folded),
        () => undefined,
      ),
    { once: true },
  )
  for (const select of selects) select.addEventListener('change', () => void ask())
  void show()
}

/** Names a list by the heading before it; without words there is none. */
function title(list: HTMLElement, words: string): void {
  const heading = list.previousElementSibling as HTMLElement
  heading.textContent = words
  heading.hidden = words === ''
}

/** Asks twice before anybody does, with a word that nobody writes, and shows nobody what was found: a browser takes several times as long over what it does for the first time. */
function tryOut(parts: readonly SearchPart[], root: string, folded: string): void {
  for (const part of parts) {
    for (const from of [0, TRIED]) {
      const titles = part.data.policies.slice(from, from + TRIED).map(({ title }) => title)
      const answers = bySection(askAll([part], [...titles, UNKNOWN].join(' ')))
      for (const answer of answers.slice(0, MOST)) entry(answer, root, folded)
    }
  }
}
// Enough for each part of it to have run; more would make the page wait.
const TRIED = 3
const UNKNOWN = 'qxqxq'

async function read(address: string): Promise<SearchPart> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(address)
  return readyToAsk((await response.json()) as SearchData)
}

/** An answer: where its best clause stands and how that begins, below it the next of its section, and folded what that has more. */
function entry({ best, beside, more }: FoundSection, root: string, folded: string): HTMLLIElement {
  const { part, hit } = best
  const answer = part.answerAt(hit.clause)
  const policy = part.data.policies[answer.policy]
  const where = document.createElement('span')
  where.className = 'muted'
  where.textContent = ` – ${[policy?.organisation, answer.title, policy?.standing].filter(Boolean).join(', ')}`
  const head = document.createElement('p')
  head.append(linkTo(best, root, [policy?.title, answer.number].filter(Boolean).join(', ')), where)
  const item = document.createElement('li')
  const body = document.createElement('p')
  body.textContent = answer.words
  body.lang = part.data.lang
  item.append(head, body)
  if (beside.length > 0) item.append(listOf(beside, root))
  if (more.length > 0) {
    const fold = document.createElement('details')
    const summary = document.createElement('summary')
    summary.textContent = folded.replace('{count}', String(more.length))
    fold.append(summary)
    // A section may have thousands: they are listed for who asks.
    fold.addEventListener('toggle', () => fold.append(listOf(more, root)), { once: true })
    item.append(fold)
  }
  return item
}

function listOf(clauses: readonly FoundClause[], root: string): HTMLUListElement {
  const list = document.createElement('ul')
  list.append(
    ...clauses.map((clause) => {
      const { number, words } = clause.part.answerAt(clause.hit.clause)
      const each = document.createElement('li')
      each.lang = clause.part.data.lang
      each.append(linkTo(clause, root, [number, words].filter(Boolean).join(' ')))
      return each
    }),
  )
  return list
}

function linkTo({ part, hit }: FoundClause, root: string, words: string): HTMLAnchorElement {
  const { policy, id } = part.answerAt(hit.clause)
  const link = document.createElement('a')
  link.href = `${root}${part.data.policies[policy]?.address ?? ''}#${encodeURIComponent(id)}`
  link.textContent = words
  return link
}
