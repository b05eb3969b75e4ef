package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about pictures, in Chinese; {@code messages/pictures_en.properties} has them
 * in English.
 */
@MessageBundle(value = "pictures", locale = "zh")
public interface PictureWords {

  @Message("添加图片")
  String add();

  @Message("图片文件")
  String file();

  @Message("JPEG、PNG、WebP 或 GIF；可选多个，也可拖到这里，或直接粘贴。每个不超过 10 MB。")
  String fileHint();

  @Message("上传")
  String upload();

  @Message("已上传")
  String uploaded();

  @Message("账号")
  String account();

  @Message("全部账号")
  String everyAccount();

  @Message("显示")
  String show();

  @Message("是否在用")
  String use();

  @Message("在用")
  String used();

  @Message("没有用到")
  String unused();

  @Message("没有这样的图片。")
  String none();

  @Message("没有图片说明")
  String noAlt();

  @Message("图片说明")
  String alt();

  @Message("读给看不见图片的人听：图里有什么。")
  String altHint();

  @Message("图注")
  String caption();

  @Message("显示在图片下面。")
  String captionHint();

  @Message("版权和授权")
  String licence();

  @Message("谁的图片，可以怎样用；只有编辑看得到。")
  String licenceHint();

  @Message("焦点")
  String focal();

  @Message("点图片里最要紧的地方，或者填数字。裁成封面时会保住这里。")
  String focalHint();

  @Message("离左边多远（%）")
  String left();

  @Message("离上边多远（%）")
  String top();

  @Message("封面会这样裁")
  String crops();

  @Message("头条封面 2.35:1")
  String wide();

  @Message("小封面 1:1")
  String square();

  @Message("图片太小，不会裁成封面；列表里显示整张。")
  String tiny();

  @Message("用了这张图片的文章，下次保存时才会更新。")
  String saveHint();

  @Message("用在哪里")
  String places();

  @Message("还没有用到。")
  String nowhere();

  @Message("账号头像")
  String avatar();

  @Message("关注码的图片")
  String target();

  @Message("删除图片")
  String delete();

  @Message("在用的图片不能删除，要先从用到它的地方拿掉。删除后不能恢复。")
  String deleteHint();

  @Message("图里的二维码：{text}")
  String code(String text);

  @Message("看动图")
  String moving();

  @Message("{width} × {height} 像素")
  String size(int width, int height);

  @Message("由 {who} 上传")
  String uploadedBy(String who);

  @Message("从图片库选")
  String choose();

  @Message("上传新的")
  String uploadNew();

  @Message("拿掉")
  String remove();

  @Message("选一张图片")
  String choosing();

  @Message("还没有图片。")
  String noneChosen();

  @Message("更多")
  String more();

  @Message("关闭")
  String close();

  @Message("改说明和焦点")
  String describe();
}
