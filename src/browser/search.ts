/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Answer, answersOf, createQuery, type Hit, type SearchData } from '../site/index.js'

// The page that searches: `?q=` of the address is the question; what is chosen below it stays in the address too.

interface Words {
  readonly one: string
  readonly many: string
  readonly none: string
  readonly failed: string
  readonly waiting: string
  readonly ask: string
}

interface Part {
  readonly data: SearchData
  readonly ask: (question: string) => readonly Hit[]
  readonly answerAt: (clause: number) => Answer
}

/** Answers that are shown. */
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
  let loading: Promise<readonly Part[]> | undefined
  const load = () => {
    // A site without policies has no index: nothing is found there, and nothing fails.
    const indexes = (form.dataset.indexes ?? '').split(' ').filter((address) => address !== '')
    loading ??= Promise.all(indexes.map(read))
    return loading
  }

  const show = async () => {
    const question = field.value.trim()
    remember()
    if (question === '') {
      results.replaceChildren()
      said.textContent = words.ask
      return
    }
    if (!loading) said.textContent = words.waiting
    let parts: readonly Part[]
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
    const hits = parts
      .flatMap((part) => part.ask(question).map((hit) => ({ part, hit })))
      .filter(({ part: { data, answerAt }, hit }) => {
        const answer = answerAt(hit.clause)
        const policy = data.policies[answer.policy]
        return (
          (!organisation || policy?.organisation === organisation) &&
          (!subject || policy?.subject === subject) &&
          (!stance || answer.stance === stance)
        )
      })
      .sort((a, b) => b.hit.score - a.hit.score)
    said.textContent =
      hits.length === 0 ? words.none : (hits.length === 1 ? words.one : words.many).replace('{count}', String(hits.length))
    results.replaceChildren(...hits.slice(0, MOST).map(({ part, hit }) => entry(part, hit, root)))
  }

  const remember = () => {
    const state = new URLSearchParams()
    for (const each of [field, ...selects]) if (each.value !== '') state.set(each.name, each.value)
    history.replaceState(null, '', state.size === 0 ? location.pathname : `?${state}`)
  }

  const asked = new URLSearchParams(location.search)
  for (const each of [field, ...selects]) each.value = asked.get(each.name) ?? ''
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void show()
  })
  field.addEventListener('input', () => void show())
  // What is asked first is answered as fast as what is asked later: who comes here will ask something.
  addEventListener('load', () => void load().then(tryOut, () => undefined), { once: true })
  for (const select of selects) select.addEventListener('change', () => void show())
  void show()
}

/** Asks something before anybody does: a browser takes several times as long over what it does for the first time. */
function tryOut(parts: readonly Part[]): void {
  for (const { data, ask } of parts) {
    const titles = data.policies.slice(0, TRIED).map(({ title }) => title)
    ask(titles.join(' '))
  }
}
const TRIED = 3

async function read(address: string): Promise<Part> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(address)
  const data = (await response.json()) as SearchData
  return { data, ask: createQuery(data), answerAt: answersOf(data) }
}

/** A clause as an answer: where it stands, and how it begins. */
function entry({ data, answerAt }: Part, { clause }: Hit, root: string): HTMLLIElement {
  const { policy: at, id, number, words } = answerAt(clause)
  const policy = data.policies[at]
  const link = document.createElement('a')
  link.href = `${root}${policy?.address ?? ''}#${encodeURIComponent(id)}`
  link.textContent = [policy?.title, number].filter((part) => part !== '').join(', ')
  const where = document.createElement('span')
  where.className = 'muted'
  where.textContent = ` – ${policy?.organisation ?? ''}`
  const head = document.createElement('p')
  head.append(link, where)
  const body = document.createElement('p')
  body.textContent = words
  body.lang = data.lang
  const item = document.createElement('li')
  item.append(head, body)
  return item
}
