import type { Route } from './types.js'

/**
 * Every page of the desk: a line here, and a file that exports `get` or `post` or both. A page is loaded when it is first asked for.
 * docs/desk.md shows how one is added.
 */
export const ROUTES: readonly Route[] = [
  { path: '/', load: () => import('./pages/overview.js') },
  { path: '/adapt', load: () => import('./pages/templates/choosing.js') },
  { path: '/adapt/:organisation/:policy/:version{\\d+\\.\\d+\\.\\d+}', load: () => import('./pages/templates/adapting.js') },
  { path: '/import', load: () => import('./pages/importing/begin.js') },
  { path: '/import/:key', load: () => import('./pages/importing/review.js') },
  { path: '/new', load: () => import('./pages/beginning.js') },
  { path: '/schools', load: () => import('./pages/schools/subjects.js') },
  { path: '/schools/:subject', load: () => import('./pages/schools/matrix.js') },
  { path: '/schools/:subject/judge', load: () => import('./pages/schools/judging.js') },
  { path: '/schools/:subject/pairs', load: () => import('./pages/schools/pairs.js') },
  { path: '/search', load: () => import('./pages/searching.js') },
  { path: '/policies/:organisation/:policy', load: () => import('./pages/reading.js') },
  { path: '/policies/:organisation/:policy/compare', load: () => import('./pages/comparing.js') },
  { path: '/policies/:organisation/:policy/decide', load: () => import('./pages/deciding/index.js') },
  { path: '/policies/:organisation/:policy/papers', load: () => import('./pages/papers.js') },
  { path: '/policies/:organisation/:policy/papers/:paper{.+}', load: () => import('./pages/paper.js') },
  { path: '/policies/:organisation/:policy/edit', load: () => import('./pages/edit.js') },
  { path: '/policies/:organisation/:policy/edit/judge', load: () => import('./pages/edit-judge.js') },
  { path: '/policies/:organisation/:policy/keep', load: () => import('./pages/keeping.js') },
  { path: '/policies/:organisation/:policy/template', load: () => import('./pages/templates/standing.js') },
  { path: '/policies/:organisation/:policy/template/answers', load: () => import('./pages/templates/answering.js') },
  { path: '/policies/:organisation/:policy/template/attach', load: () => import('./pages/templates/attaching.js') },
  { path: '/policies/:organisation/:policy/template/upgrade', load: () => import('./pages/templates/upgrading.js') },
  { path: '/policies/:organisation/:policy/source', load: () => import('./pages/source.js') },
  { path: '/policies/:organisation/:policy/:version{\\d+\\.\\d+\\.\\d+}', load: () => import('./pages/reading.js') },
]
