export interface ParcelFile {
  /** Within the parcel, as in `print/7K3QXC__placard-150x200@1.pdf`. */
  path: string
  bytes: Uint8Array
}
