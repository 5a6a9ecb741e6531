import { stakeholderTexts } from '#texts/stakeholders.ts'
import { classNames } from '../class-names.ts'
import styles from './stakeholder.module.css'
import { type DialogueState, type StakeholderFamily, tokenPath, tokenRadius } from './token-shape.ts'

/** A stakeholder on the map, inside an `<svg>`: shape, fill, size by influence, name under it, halo when chosen. */
export function StakeholderToken({ family, dialogue, influence, name, x, y, isChosen = false }: {
  readonly family: StakeholderFamily
  readonly dialogue: DialogueState
  /** 1 to 5. */
  readonly influence: number
  /** At most two lines; a line break where it is to be cut. */
  readonly name: string
  readonly x: number
  readonly y: number
  readonly isChosen?: boolean
}) {
  const r = tokenRadius(influence)
  const label = `${name.replace('\n', ' ')}, ${stakeholderTexts.dialogue[dialogue]}, ${stakeholderTexts.influence(influence)}`
  return (
    <g role="img" aria-label={label} className={styles.token}>
      {isChosen ? (
        <>
          <circle className={styles.haloOuter} cx={x} cy={y} r={r + 10} />
          <circle className={styles.haloInner} cx={x} cy={y} r={r + 6.5} />
        </>
      ) : null}
      <path className={classNames(styles.shape, styles[dialogue])} d={tokenPath(family, { x, y, r })} />
      <text className={styles.name} aria-hidden="true">
        {name.split('\n').map((line, index) => (
          <tspan key={line} x={x} y={y + r + (isChosen ? 27 : 19) + index * 17}>{line}</tspan>
        ))}
      </text>
    </g>
  )
}

/** The same sign in a line of text or a list; without `dialogue`, the family alone. */
export function StakeholderSymbol({ family, dialogue, size = 'm' }: {
  readonly family: StakeholderFamily
  readonly dialogue?: DialogueState
  readonly size?: 's' | 'm'
}) {
  return (
    <svg className={classNames(styles.symbol, size === 's' && styles.symbolSmall)} viewBox="-22 -22 44 44" aria-hidden="true">
      <path className={classNames(styles.shape, dialogue && styles[dialogue])} d={tokenPath(family, { x: 0, y: 0, r: 15 })} />
    </svg>
  )
}

/** What the shapes and the fills mean. */
export function StakeholderLegend() {
  const families: readonly StakeholderFamily[] = ['people', 'institution', 'funder', 'partner']
  const states: readonly DialogueState[] = ['answered', 'contacted', 'none']
  return (
    <ul className={styles.legend}>
      {families.map((family) => (
        <li key={family}><StakeholderSymbol family={family} size="s" />{stakeholderTexts.family[family]}</li>
      ))}
      {states.map((dialogue) => (
        <li key={dialogue}><StakeholderSymbol family="people" dialogue={dialogue} size="s" />{stakeholderTexts.dialogue[dialogue]}</li>
      ))}
    </ul>
  )
}
