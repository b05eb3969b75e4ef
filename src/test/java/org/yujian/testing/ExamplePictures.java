package org.yujian.testing;

import java.awt.Color;
import java.util.List;
import java.util.Map;

/** An editor adds pictures, describes one and deletes one that nothing shows. */
final class ExamplePictures {
  private static final String MEDIA = "/v1/desk/media";

  private final Client client;
  private final ExampleFiles files;

  ExamplePictures(Client client, ExampleFiles files) {
    this.client = client;
    this.files = files;
  }

  void tell() {
    String account = client.get("/v1/accounts/@yujian-shequ").text("id");
    byte[] lantern = DrawnPicture.png(1_200, 800, Color.ORANGE, Color.RED);
    Client.Answer added =
        client
            .postForm(
                MEDIA,
                Upload.of("picture.png", lantern)
                    .with("account", account)
                    .with("alt", "食堂的灯")
                    .with("focal", "0.5,0.4"))
            .expect(201);
    files.answer("addPicture", added.json());
    byte[] other = DrawnPicture.png(640, 480, Color.GREEN, Color.WHITE);
    String raw = MEDIA + "/raw?account=" + account;
    Client.Answer second = client.postBytes(raw, "image/png", other).expect(201);
    files.answer("addPictureBytes", second.json());
    String path = MEDIA + "/" + added.text("id");
    Map<String, Object> change = Map.of("caption", "图为社区食堂的灯。", "focal", List.of(0.3, 0.4));
    files.request("changePicture", change);
    files.answer("changePicture", client.patch(path, change, added.etag()).expect(200).json());
    files.answer("getPicture", client.get(path).expect(200).json());
    files.answer("listPictures", client.get(MEDIA + "?limit=1").expect(200).json());
    client.delete(MEDIA + "/" + second.text("id"), second.etag()).expect(204);
  }
}
