/** manifest.csv and manifest.json of a parcel: one row per sign, for the contractor's own lists. */
import type { PrintOrder, Recipe } from '../../domain/print-order.ts'
import { moduleWidth, printedAddress } from '../../domain/placard.ts'
import type { Template } from '../template/template.ts'

export interface ManifestRow {
  code: string
  template: string
  names: string
  trim_w_mm: number
  trim_h_mm: number
  bleed_mm: number
  quantity: number
  qr_address: string
  qr_version: number | ''
  qr_level: string
  qr_mask: number | ''
  module_mm: number | ''
  reading_distance_m: number | ''
  mount_height_mm: number | ''
  placement: string
  lat: number | ''
  lon: number | ''
  files: string
  sha256: string
}

interface IssuedParcel {
  path: string
  digest: string
}

/** `files` are the issued files of this sign, the print file first. */
export function manifestRow(
  order: PrintOrder,
  template: Template,
  recipe: Recipe,
  files: readonly IssuedParcel[],
): ManifestRow {
  const [width, height] = template.trim
  const { symbol } = recipe
  const module = symbol && template.symbol ? moduleWidth(symbol.version, template.symbol.box) : null
  return {
    code: recipe.code,
    template: order.templateName,
    names: recipe.names.map(({ text }) => text).join(' / '),
    trim_w_mm: width,
    trim_h_mm: height,
    bleed_mm: template.bleed,
    quantity: recipe.faces,
    qr_address: printedAddress(order.origin, recipe.code) ?? '',
    qr_version: symbol?.version ?? '',
    qr_level: symbol?.level ?? '',
    qr_mask: symbol?.mask ?? '',
    module_mm: module === null ? '' : Math.round(module * 1000) / 1000,
    reading_distance_m: recipe.readingDistanceMm === null ? '' : recipe.readingDistanceMm / 1000,
    mount_height_mm: recipe.heightMm ?? '',
    placement: recipe.placement,
    lat: recipe.lat ?? '',
    lon: recipe.lon ?? '',
    files: files.map(({ path }) => path).join(' '),
    sha256: files[0]?.digest ?? '',
  }
}
