'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent, MouseEvent } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { readText } from '../fields/facts.ts'
import { useFacts } from '../fields/field-place.ts'
import type { NodeRow } from '../model/draft.ts'
import { numberOf } from '../model/draft.ts'
import type { Landing } from '../model/moves.rules.ts'
import { landingPlace } from '../model/moves.rules.ts'
import type { TreeLine } from '../model/outline.rules.ts'
import { withoutAccents } from '../model/without-accents.ts'
import { pathTo, treeLines } from '../model/outline.rules.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './editor.module.css'
import { PlanTools } from './plan-tools.tsx'
import { useNodeMarks } from './node-marks.ts'
import type { Marks } from './node-marks.ts'
import { treeAct, typedAhead } from './tree-keys.rules.ts'
import { usePlanActs } from './use-plan-acts.ts'

const texts = studioTexts.tree

const outlineOfView = ({ outline }: StudioView) => outline
const noMarks: Marks = { error: false, warning: false, people: '' }

/** Nodes that are open at first: all of a small plan, the first levels of a large one. */
const smallPlan = 60
/** Between two letters that are one word; milliseconds. */
const wordPause = 700

/** The plan: a tree that one walks with the arrows, in which one moves things by hand or by keyboard. */
export function Plan({ chosen, onChoose, onPick, onWrite }: {
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  /** By a click or a finger, which looks for the sheet; the arrow keys stay in the plan. */
  readonly onPick: (id: string) => void
  /** Goes to the title of an element. */
  readonly onWrite: (id: string) => void
}) {
  const outline = useView(outlineOfView)
  const { language } = useFacts()
  const marks = useNodeMarks()
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [search, setSearch] = useState('')
  const [held, setHeld] = useState<{ readonly node: string; readonly landing: Landing | null } | null>(null)
  // Until another element is chosen, or this one changes.
  const [vain, setVain] = useState<{ readonly sentence: string; readonly node: NodeRow | undefined } | null>(null)
  const typed = useRef({ text: '', at: 0 })
  const scroller = useRef<HTMLDivElement>(null)
  const opensAll = outline.byId.size <= smallPlan
  const chosenNode = chosen === null ? undefined : outline.byId.get(chosen)

  // Whatever is chosen shows, wherever the choice came from.
  const above = useMemo(
    () => new Set(chosenNode === undefined ? [] : pathTo(outline, chosenNode).slice(0, -1).map(({ id }) => id)),
    [outline, chosenNode],
  )
  const wanted = withoutAccents(search.trim())
  const found = useMemo(() => {
    if (wanted === '') return null
    const hits = [...outline.byId.values()].filter((node) =>
      withoutAccents(`${numberOf(node)} ${readText(node.data['title'], language)} ${node.code}`).includes(wanted))
    return { hits: new Set(hits.map(({ id }) => id)), shown: new Set(hits.flatMap((node) => pathTo(outline, node).map(({ id }) => id))) }
  }, [outline, wanted, language])
  const lines = useMemo(() => {
    const isOpen = ({ id }: NodeRow): boolean => (found === null ? (toggled.get(id) ?? (opensAll || above.has(id))) : found.shown.has(id))
    const all = treeLines(outline, isOpen)
    return found === null ? all : all.filter(({ node }) => found.shown.has(node.id))
  }, [outline, toggled, above, opensAll, found])

  // eslint-disable-next-line react-hooks/incompatible-library -- this component is not compiled, and hands the functions to nobody
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    getItemKey: (index) => lines[index]?.node.id ?? index,
    overscan: 12,
  })
  const index = lines.findIndex(({ node }) => node.id === chosen)
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another line is chosen: scrolling by hand stays where one left it
  }, [chosen, index])

  const acts = usePlanActs({ chosen: chosenNode ?? null, onChoose, onWrite, onVain: (sentence) => setVain({ sentence, node: chosenNode }) })
  const toggle = (node: NodeRow, open: boolean): void => setToggled(new Map(toggled).set(node.id, open))

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const act = treeAct({ key: event.key, alt: event.altKey, control: event.ctrlKey || event.metaKey }, { lines, outline, chosen })
    if (act === null) {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return
      const at = event.timeStamp
      const text = at - typed.current.at > wordPause ? event.key : typed.current.text + event.key
      typed.current = { text, at }
      const next = typedAhead(text, { lines, chosen }, ({ data }) => readText(data['title'], language))
      if (next !== null) onChoose(next)
      return
    }
    event.preventDefault()
    switch (act.act) {
      case 'choose':
        return onChoose(act.id)
      case 'open':
      case 'close':
        return toggle(act.node, act.act === 'open')
      case 'move':
        return acts.move(act.direction)
      case 'write':
        return chosen === null ? undefined : onWrite(chosen)
      case 'remove':
        return acts.remove()
      case 'duplicate':
        return acts.duplicate()
      case 'add':
        return acts.add('after')
    }
  }

  const lineUnder = (event: { readonly target: EventTarget }): { readonly element: Element; readonly node: NodeRow } | null => {
    const element = event.target instanceof Element ? event.target.closest('[data-node]') : null
    const node = outline.byId.get(element?.getAttribute('data-node') ?? '')
    return element === null || node === undefined ? null : { element, node }
  }
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const under = lineUnder(event)
    if (under === null) return
    const isCaret = event.target instanceof Element && event.target.closest('[data-caret]') !== null
    if (isCaret) toggle(under.node, under.element.getAttribute('aria-expanded') !== 'true')
    else onPick(under.node.id)
  }
  const onDragStart = (event: DragEvent<HTMLDivElement>): void => {
    const under = lineUnder(event)
    if (under === null) return
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', readText(under.node.data['title'], language))
    setHeld({ node: under.node.id, landing: null })
  }
  const onDragOver = (event: DragEvent<HTMLDivElement>): void => {
    const under = lineUnder(event)
    if (held === null || under === null) return
    event.preventDefault()
    const box = under.element.getBoundingClientRect()
    const part = (event.clientY - box.top) / box.height
    const landing: Landing = { over: under.node.id, where: part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside' }
    if (held.landing?.over === landing.over && held.landing.where === landing.where) return
    const node = outline.byId.get(held.node)
    const isPossible = node !== undefined && landingPlace(outline, node, landing) !== null
    if (isPossible || held.landing !== null) setHeld({ node: held.node, landing: isPossible ? landing : null })
  }
  const onDrop = (event: DragEvent<HTMLDivElement>): void => {
    event.preventDefault()
    const node = held === null ? undefined : outline.byId.get(held.node)
    if (node !== undefined && held?.landing) acts.drop(node, held.landing)
    setHeld(null)
  }

  return (
    <div className={styles.plan}>
      <PlanTools acts={acts} chosen={chosenNode ?? null} onFold={(open) => setToggled(new Map([...outline.byId.keys()].map((id) => [id, open])))} />
      {vain === null || vain.node !== chosenNode ? null : <p className={styles.soft}>{vain.sentence}</p>}
      <label className={styles.search}>
        <Icon name="magnifying-glass" />
        <span className={styles.hidden}>{texts.search}</span>
        <input type="search" placeholder={texts.search} value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      {found === null ? null : <p className={styles.soft} role="status">{texts.found(found.hits.size)}</p>}
      {lines.length === 0 && found === null ? <p className={styles.empty}>{texts.empty}</p> : null}
      <p id="studio-plan-aide" className={styles.hidden}>{texts.help}</p>
      <div
        ref={scroller}
        className={styles.tree}
        role="tree"
        id="studio-plan"
        tabIndex={0}
        aria-label={texts.label}
        aria-describedby="studio-plan-aide"
        aria-activedescendant={index < 0 ? undefined : `plan-${chosen}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDragStart={onDragStart}
        onDragOver={onDragOver}
        onDragEnd={() => setHeld(null)}
        onDrop={onDrop}
        onFocus={() => {
          if (chosen === null && lines[0] !== undefined) onChoose(lines[0].node.id)
        }}
      >
        <div role="presentation" className={styles.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: place, start, key }) => {
            const line = lines[place]
            if (line === undefined) return null
            const landing = held?.landing?.over === line.node.id ? held.landing.where : null
            return (
              <div key={key} role="presentation" ref={virtual.measureElement} data-index={place} className={styles.line} style={{ transform: `translateY(${start}px)` }}>
                <Line
                  node={line.node}
                  level={line.level}
                  place={line.place}
                  siblings={line.siblings}
                  hasChildren={line.hasChildren}
                  isOpen={line.isOpen}
                  title={readText(line.node.data['title'], language)}
                  isChosen={line.node.id === chosen}
                  landing={landing}
                  marks={marks.get(line.node.id) ?? noMarks}
                />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

type LineProps = TreeLine & {
  readonly title: string
  readonly isChosen: boolean
  readonly landing: Landing['where'] | null
  readonly marks: Marks
}

const landings = { before: styles.landsBefore, after: styles.landsAfter, inside: styles.landsInside } as const

/** One line; what one does with it is the tree's to hear. */
const Line = memo(function Line({ node, level, place, siblings, hasChildren, isOpen, title, isChosen, landing, marks }: LineProps) {
  const number = numberOf(node)
  return (
    <div
      role="treeitem"
      id={`plan-${node.id}`}
      className={`${styles.node} ${isChosen ? styles.chosen : ''} ${landing === null ? '' : landings[landing]}`}
      style={{ paddingInlineStart: 4 + (Math.min(level, 8) - 1) * 18 }}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={isChosen}
      aria-expanded={hasChildren ? isOpen : undefined}
      draggable
      data-node={node.id}
    >
      <span
        className={styles.caret}
        aria-hidden="true"
        data-caret={hasChildren || undefined}
      >
        <Icon name={hasChildren ? (isOpen ? 'caret-down' : 'caret-right') : 'dots-six-vertical'} />
      </span>
      {number === '' ? null : <span className={styles.number}>{number}</span>}
      <span className={styles.nodeTitle}>{title === '' ? texts.untitled : title}</span>
      {marks.people === '' ? null : <span className={styles.person} title={texts.someone(marks.people)}><Icon name="users" /><span className={styles.hidden}>{texts.someone(marks.people)}</span></span>}
      {marks.error ? <span className={styles.wrong}><Icon name="warning-octagon" /><span className={styles.hidden}>{texts.hasError}</span></span> : null}
      {!marks.error && marks.warning ? <span className={styles.advice}><Icon name="warning" /><span className={styles.hidden}>{texts.hasWarning}</span></span> : null}
    </div>
  )
})
