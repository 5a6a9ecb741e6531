/** Who: persons ●, institutions ■, funders ▲, partners and suppliers ◆. */
export type StakeholderFamily = 'people' | 'institution' | 'funder' | 'partner'

/** Where the dialogue stands: full answered, pale contacted, dashed not yet. */
export type DialogueState = 'answered' | 'contacted' | 'none'

/** The radius of a token for an influence from 1 to 5, in the map's units (16 = the most). */
export function tokenRadius(influence: number): number {
  return 10 + 1.2 * Math.min(5, Math.max(1, influence))
}

/** A token's outline as SVG path data around a point. */
export function tokenPath(family: StakeholderFamily, { x, y, r }: { readonly x: number; readonly y: number; readonly r: number }): string {
  const n = (value: number) => Math.round(value * 100) / 100
  switch (family) {
    case 'people':
      return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`
    case 'institution': {
      const h = r * 0.92
      const c = Math.min(5, h / 2)
      return `M${n(x - h + c)} ${n(y - h)}h${n(2 * h - 2 * c)}a${c} ${c} 0 0 1 ${c} ${c}v${n(2 * h - 2 * c)}a${c} ${c} 0 0 1 -${c} ${c}`
        + `h${n(-2 * h + 2 * c)}a${c} ${c} 0 0 1 -${c} -${c}v${n(-2 * h + 2 * c)}a${c} ${c} 0 0 1 ${c} -${c}Z`
    }
    case 'funder':
      return `M${n(x)} ${n(y - r * 1.2)}L${n(x + r * 1.15)} ${n(y + r * 0.85)}H${n(x - r * 1.15)}Z`
    case 'partner':
      return `M${n(x)} ${n(y - r * 1.2)}L${n(x + r * 1.2)} ${n(y)}L${n(x)} ${n(y + r * 1.2)}L${n(x - r * 1.2)} ${n(y)}Z`
  }
}
