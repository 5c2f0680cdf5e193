/** Hands a text to the reader as a file to keep. */
export function saveText(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type }));
}

/** Hands a file to the reader; characters that a file name can't have become `_`. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, '_');
  document.body.appendChild(link);
  link.click();
  link.remove();
  // Old engines read the blob only after the click has been dealt with.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
