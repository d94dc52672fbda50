/** The words of the list that goes to reviewers. */
const vi = {
  title: 'Danh sách cần thẩm định',
  intro:
    '{entries} mục từ chưa thẩm định, {items} điểm cần đối chiếu, ngày {day}. Mỗi điểm ghi điều cần xác minh và tài liệu có thể giải quyết.',
  unsourced: 'Ý dẫn hiểu biết chung: “{statement}”',
  printed: 'Tài liệu in có thể dẫn',
  unit: 'địa bàn {unit}',
}

const en: typeof vi = {
  title: 'To be verified by reviewers',
  intro:
    '{entries} entries not yet approved, {items} points to check, {day}. Each point says what to verify and which document would settle it.',
  unsourced: 'Stated from general knowledge: “{statement}”',
  printed: 'A printed source that can be cited',
  unit: 'unit {unit}',
}

export const REVIEW_WORDS = { vi, en }
