/**
 * The icons that the interface uses, by their Phosphor name (bold weight, MIT).
 * After a change run `node src/ui/icons/generate-sprite.ts`: a test compares the sprite with this list.
 */
export const iconNames = [
  'archive', 'arrow-left', 'arrow-right', 'arrow-up', 'arrow-down', 'arrows-clockwise', 'bell', 'bookmark-simple',
  'buildings', 'calendar-blank', 'caret-down', 'caret-up', 'caret-right', 'chart-polar', 'chat-circle-text',
  'chats-circle', 'check', 'check-circle', 'clock', 'cloud-slash', 'desktop', 'download-simple', 'envelope-simple',
  'eye', 'eye-slash', 'fast-forward', 'file-csv', 'file-pdf', 'file-text', 'funnel', 'gear', 'hand-heart', 'info',
  'key', 'lightbulb', 'link-simple', 'list', 'list-bullets', 'list-numbers', 'lock-simple', 'magnifying-glass',
  'minus', 'minus-circle', 'moon', 'note-pencil', 'paper-plane-tilt', 'paperclip', 'pause', 'pencil-simple', 'play',
  'plus', 'presentation-chart', 'sign-in', 'sign-out', 'star', 'sun', 'table', 'target', 'trash', 'upload-simple',
  'user', 'user-plus', 'users-three', 'warning', 'warning-octagon', 'x',
] as const

/** A name from the list above. */
export type IconName = (typeof iconNames)[number]
