/** The id of a field's control when none is given; error summaries link to it. */
export function fieldId(name: string): string {
  return `champ-${name.replaceAll(/[^\w-]+/g, '-')}`
}
