// Texts of the editor, by the language of the page.

const ZH = {
  toolbar: '格式', tableToolbar: '表格', text: '正文',
  undo: '撤销', redo: '重做', paragraph: '段落', heading: 'H{0} 标题', quote: '引用',
  strong: '加粗', em: '斜体', link: '链接', bullets: '项目符号', numbers: '编号列表',
  indent: '增加缩进', outdent: '减少缩进', picture: '图片', table: '插入表格',
  rowBefore: '在上方插入行', rowAfter: '在下方插入行', deleteRow: '删除行',
  columnBefore: '在左侧插入列', columnAfter: '在右侧插入列', deleteColumn: '删除列',
  merge: '合并单元格', split: '拆分单元格', header: '表头单元格', deleteTable: '删除表格',
  address: '网址', addressHint: '以 https://、http:// 或 mailto: 开头', badAddress: '网址须以 https://、http:// 或 mailto: 开头，且不含空格。',
  words: '文字', removeLink: '取消链接', save: '确定', cancel: '取消', required: '请填写。',
  pictureDialog: '图片', alt: '图片说明（供看不见图片的读者）', altHint: '用一句话写出图里有什么。', caption: '图注（显示在图片下方）',
  chooseFile: '选择图片文件', replaceFile: '换一张图片', removePicture: '删除图片', noFile: '请选择图片文件。',
  noAlt: '缺少图片说明', captionHere: '图注',
  uploading: '正在上传 {0}：{1}%', uploaded: '图片已上传。', uploadFailed: '图片没有上传：{0}', tooBig: '图片大于 10 MB，请压缩后再试。',
  wrongType: '只能上传 JPEG、PNG、WebP 或 GIF 图片。', network: '网络不通，请稍后重试。',
  lostPictures: '有 {0} 张图片没有粘贴：请把图片保存后用“图片”按钮上传。', lostMedia: '有 {0} 个视频或嵌入内容没有粘贴：正文里只能放文字、图片和表格。',
  count: '{0} / {1} 字', words2: '{0} 词', over: '正文超过 {0} 字，请删减。', tooManyParts: '正文的段落、列表项和单元格超过 {0} 个，请删减。',
  wait: '图片还在上传，请稍候。',
};

const EN = {
  toolbar: 'Formatting', tableToolbar: 'Table', text: 'Text',
  undo: 'Undo', redo: 'Redo', paragraph: 'Paragraph', heading: 'H{0} heading', quote: 'Quote',
  strong: 'Bold', em: 'Italic', link: 'Link', bullets: 'Bullet list', numbers: 'Numbered list',
  indent: 'Indent', outdent: 'Outdent', picture: 'Picture', table: 'Insert table',
  rowBefore: 'Insert row above', rowAfter: 'Insert row below', deleteRow: 'Delete row',
  columnBefore: 'Insert column left', columnAfter: 'Insert column right', deleteColumn: 'Delete column',
  merge: 'Merge cells', split: 'Split cell', header: 'Header cell', deleteTable: 'Delete table',
  address: 'Address', addressHint: 'Starts with https://, http:// or mailto:', badAddress: 'Start the address with https://, http:// or mailto:, without spaces.',
  words: 'Text', removeLink: 'Remove link', save: 'OK', cancel: 'Cancel', required: 'Fill this in.',
  pictureDialog: 'Picture', alt: 'Description for people who cannot see the picture', altHint: 'Say in one sentence what the picture shows.', caption: 'Caption, shown below the picture',
  chooseFile: 'Choose a picture file', replaceFile: 'Choose another picture', removePicture: 'Delete picture', noFile: 'Choose a picture file.',
  noAlt: 'No description', captionHere: 'Caption',
  uploading: 'Uploading {0}: {1}%', uploaded: 'The picture is uploaded.', uploadFailed: 'The picture was not uploaded: {0}', tooBig: 'It is larger than 10 MB. Make it smaller and try again.',
  wrongType: 'Only JPEG, PNG, WebP and GIF pictures can be uploaded.', network: 'The network is down. Try again later.',
  lostPictures: '{0} pictures were not pasted. Save them and add them with the Picture button.', lostMedia: '{0} videos or embedded pages were not pasted. A text holds words, pictures and tables only.',
  count: '{0} of {1} characters', words2: '{0} words', over: 'The text is longer than {0} characters. Shorten it.', tooManyParts: 'The text has more than {0} paragraphs, items and cells. Shorten it.',
  wait: 'A picture is still being uploaded. Wait a moment.',
};

/** A function that gives a text in the language of the element; {0} are its arguments. */
export function labelsFor(element) {
  const language = element.closest('[lang]')?.lang ?? '';
  const texts = language.toLowerCase().startsWith('zh') ? ZH : EN;
  return (key, ...values) => texts[key].replace(/\{(\d)\}/g, (_, i) => values[i]);
}

export const KEYS = { ZH, EN };
